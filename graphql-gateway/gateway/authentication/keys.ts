// The provider's public keys (RFC 7517): fetched from one configured address, kept, and asked for anew with restraint.
import type { Log } from '@shuxiang/subgraph-kit'
import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose'

/** Where keys come from. Times in milliseconds. */
export interface KeysOptions {
  readonly url: string
  /** Any clock that does not go back. */
  readonly now: () => number
  readonly log: Log
}

/** The provider does not answer, and the key is not among those that are known. */
export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable'
}

const timeout = 5000
/** From one fetch to the next, whatever keys are asked for: tokens with invented key ids cost the provider nothing. */
const cooldown = 30_000
/** The same after a failure while no key is known: the provider may be starting. */
const firstCooldown = 1000
/** Age at which known keys are fetched again. A key is to be published so long before something is signed with it. */
const freshFor = 600_000
const longestAnswer = 256 * 1024

/**
 * The key of a token by its `kid`. Only keys `use: sig` are taken, and none that the token itself brings or names
 * (`jwk`, `jku`, `x5u` of RFC 7515 are never looked at). When the provider is down the known keys go on.
 * Errors: `KeysUnavailable`; `JWKSNoMatchingKey` of jose for a key that the provider does not have.
 */
export function createKeys({ url, now, log }: KeysOptions): JWTVerifyGetKey {
  let known: ReturnType<typeof createLocalJWKSet> | null = null
  let fetched = Number.NEGATIVE_INFINITY
  let tried = Number.NEGATIVE_INFINITY
  let failed = false
  let underWay: Promise<void> | null = null

  const reload = (): Promise<void> => {
    if (underWay) return underWay
    if (now() - tried < (known === null ? firstCooldown : cooldown)) return Promise.resolve()
    tried = now()
    underWay = fetchKeys(url)
      .then(
        (keys) => {
          known = createLocalJWKSet(keys)
          fetched = now()
          failed = false
        },
        (error: unknown) => {
          failed = true
          log.warn({ err: error, url }, 'the keys of the identity provider cannot be read')
        },
      )
      .finally(() => {
        underWay = null
      })
    return underWay
  }

  return async (header, token) => {
    // Without an id any key would be tried.
    if (typeof header.kid !== 'string') throw new errors.JWKSNoMatchingKey()
    if (known === null || now() - fetched > freshFor) await reload()
    const found = await known?.(header, token).catch(unlessMissing)
    if (found) return found
    await reload()
    if (known === null) throw new KeysUnavailable('no key is known')
    return known(header, token).catch((error: unknown) => {
      throw failed ? new KeysUnavailable('the key is not among those known', { cause: error }) : error
    })
  }
}

function unlessMissing(error: unknown): null {
  if (error instanceof errors.JWKSNoMatchingKey) return null
  throw error
}

/** Errors: `Error` for anything but a list of keys in time, from the very address. */
async function fetchKeys(url: string): Promise<JSONWebKeySet> {
  const response = await fetch(url, {
    headers: { accept: 'application/json' },
    redirect: 'error',
    signal: AbortSignal.timeout(timeout),
  })
  if (!response.ok) throw new Error(`It answers ${response.status}.`)
  const value: unknown = JSON.parse(await textOf(response))
  if (typeof value !== 'object' || value === null || !('keys' in value) || !Array.isArray(value.keys))
    throw new Error('It answers no list of keys.')
  const keys = value.keys.filter(isSigningKey)
  if (keys.length === 0) throw new Error('It has no key for signatures.')
  return { keys }
}

async function textOf({ body }: Response): Promise<string> {
  let text = ''
  const decoder = new TextDecoder()
  for await (const chunk of body ?? []) {
    text += decoder.decode(chunk, { stream: true })
    if (text.length > longestAnswer) throw new Error(`It answers more than ${longestAnswer} bytes.`)
  }
  return text
}

/** Keycloak publishes a key for encryption beside the one for signatures. */
function isSigningKey(key: unknown): key is JSONWebKeySet['keys'][number] {
  if (typeof key !== 'object' || key === null || !('use' in key) || !('kid' in key) || !('kty' in key))
    return false
  return key.use === 'sig' && typeof key.kid === 'string' && (key.kty === 'RSA' || key.kty === 'EC')
}
