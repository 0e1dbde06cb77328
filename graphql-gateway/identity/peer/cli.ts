// `npm run peer -- keycloak [--port P]`: a real Keycloak with our realm file, until it is told to end.
import { once } from 'node:events'
import { parseArgs } from 'node:util'
import { realmContent } from '../realm/index.ts'
import { startKeycloak } from './keycloak.ts'
import { peerFolder } from './places.ts'

const { values } = parseArgs({ options: { port: { type: 'string', default: '8090' } } })
const port = Number(values.port)
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  process.stderr.write('Use: npm run peer -- keycloak [--port P], a port from 0 to 65535\n')
  process.exit(1)
}
process.stdout.write(
  'Starting Keycloak; the first time it is fetched and built, which takes a minute or two.\n',
)
const keycloak = await startKeycloak({ folder: peerFolder(process.env), realm: realmContent(), port })
if (typeof keycloak === 'string') {
  process.stdout.write(`No Keycloak: ${keycloak}\n`)
  process.exit(1)
}
const { origin, issuer, adminPassword } = keycloak
process.stdout.write(
  `Realm       ${issuer}\nConsole     ${origin}/admin  (admin, ${adminPassword})\nCtrl+C ends it; nothing of it is kept.\n`,
)
await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
await keycloak.close()
