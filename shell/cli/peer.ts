// `npm run peer -- <name>`: a server of others beside ours, to compare with.
import { Failure } from './failure.ts'
import { to } from './forward.ts'

/** Programs by the name of the server they bring. */
const peers: Readonly<Record<string, string>> = {
  keycloak: 'graphql-gateway/identity/peer/cli.ts',
  mongo: 'graphql-gateway/embedded-store/peer/cli.ts',
}

export async function run([name = '', ...args]: readonly string[]): Promise<number> {
  const program = Object.hasOwn(peers, name) ? peers[name] : undefined
  if (program === undefined)
    throw new Failure(
      `Use: npm run peer -- <name>; the names are: ${Object.keys(peers).join(', ')}. They need Maven Central and Java: 21 or later for keycloak, 17 for mongo.`,
    )
  return to(program).run(args)
}
