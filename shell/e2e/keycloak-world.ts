// A product beside a real Keycloak with our realm file, through which the browser tests of signing in go a second time.
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  administratorOf,
  makePerson,
  makeSite,
  realmWithSecret,
  testedKeycloak,
  type PersonWanted,
} from '@shuxiang/identity/contract'
import { keycloakHere, peerFolder, startKeycloak, type Keycloak } from '@shuxiang/identity/peer'
import { toBase32 } from '@shuxiang/identity/people'
import { freePort } from '../cli/port.ts'
import { siteOf, SITES } from './journeys/one-card.ts'
import type { World } from './journeys/world.ts'
import { demoCard, type Demo } from './people.ts'
import { imported, startProduct } from './product.ts'

export interface KeycloakWorld extends World {
  readonly keycloak: Keycloak
  /** Ends both and removes what they wrote. */
  close(): Promise<void>
}

const RECORDS = 600

/** Both started and a reader made, or a sentence why there is no Keycloak. */
export async function startKeycloakWorld(): Promise<KeycloakWorld | string> {
  const kept = peerFolder(process.env)
  const here = await keycloakHere(kept)
  if (typeof here === 'string') return here
  const [port, keycloakPort] = [await freePort(), await freePort()]
  const portal = `http://localhost:${port}`
  const secret = randomBytes(24).toString('base64url')
  const folder = await mkdtemp(join(tmpdir(), 'keycloak-world-'))
  const secretFile = join(folder, 'provisioner.secret')
  await writeFile(secretFile, `${secret}\n`, { mode: 0o600 })
  const starting = startKeycloak({
    folder: kept,
    realm: realmWithSecret(secret),
    port: keycloakPort,
    // Of another site than the portal, as on a branch's own domain: the harder half for cookies.
    host: '127.0.0.1',
    variables: { NDL_PORTAL_URL: portal, NDL_CONSOLE_URL: portal, NDL_GATEWAY_URL: portal },
  })
  const env = {
    KEYCLOAK_URL: `http://127.0.0.1:${keycloakPort}`,
    KEYCLOAK_PROVISIONER_SECRET_FILE: secretFile,
  }
  const [keycloak, product] = await Promise.all([starting, startProduct({ port, firstImport: RECORDS, env })])
  const close = async (): Promise<void> => {
    await product.stop({ forget: true })
    if (typeof keycloak !== 'string') await keycloak.close()
    await rm(folder, { recursive: true })
  }
  if (typeof keycloak === 'string') {
    await close()
    return keycloak
  }
  try {
    const tested = await testedKeycloak(keycloak)
    const person = async (name: string, wanted: PersonWanted): Promise<Demo> => {
      const attributes = { display_name: [name], home_library: ['n33'], age_band: ['adult'] }
      const { device, ...made } = await makePerson(tested, { attributes, ...wanted })
      return { ...made, name, secret: device === null ? null : toBase32(Buffer.from(device)) }
    }
    const reader = await person('林晚晴', {})
    const staff = {
      national: await person('陆知行', { device: true, roles: ['staff', 'national-admin'] }),
      branch: await person('沈砚', { device: true, roles: ['staff'] }),
      second: await person('顾明远', { device: true, roles: ['staff'] }),
    }
    // Plain http is refused to the product's provisioner, which makes them where sites are reached by https.
    for (const code of SITES)
      await makeSite({ admin: administratorOf(keycloak) }, code, [siteOf(product.origin, code)])
    const card = await demoCard(product)
    await imported(product, RECORDS)
    const { origin, identity, dataDir } = product
    return {
      ...{ origin, identity, dataDir, reader, staff, card },
      ...{ tested, keycloak, close },
    }
  } catch (error) {
    await close()
    throw error
  }
}
