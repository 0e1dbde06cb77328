// `Authorization: Bearer …` (RFC 6750) -> who asks. No token is nobody; a token that is not good is an error, never nobody.
import { createHash } from 'node:crypto'
import { anonymous, type Person } from '@shuxiang/permissions'
import type { Log } from '@shuxiang/subgraph-kit'
import { errors, jwtVerify, type JWTVerifyGetKey } from 'jose'
import { LRUCache } from 'lru-cache'
import { refusal, type HttpAnswer } from '../http/answer.ts'
import { refusedToken, type Authenticate } from './contract.ts'
import { KeysUnavailable } from './keys.ts'
import type { RefusedSessions } from './refused-sessions.ts'
import {
  algorithms,
  audience,
  InvalidToken,
  personOf,
  requiredClaims,
  skew,
  tokenType,
  type MembershipsOf,
} from './rules.ts'

/** What verification needs. */
export interface BearerOptions {
  /** `iss` to the letter (RFC 8414, section 3.3). */
  readonly issuer: string
  readonly keys: JWTVerifyGetKey
  readonly refused: Pick<RefusedSessions, 'has' | 'known'>
  /** Null while nothing keeps memberships: nobody is then a member of a library. */
  readonly membershipsOf: MembershipsOf | null
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly log: Log
}

/** Characters of a token at most; those of the provider have about 1,100. */
const longestToken = 8192
/** Verdicts kept: a signature is checked once per token, not once per request. */
const keptVerdicts = 10_000

interface Verdict {
  readonly person: Person
  /** Milliseconds since 1970. */
  readonly until: number
}

export function bearer(options: BearerOptions): Authenticate {
  const { refused, membershipsOf, now, log } = options
  const verdicts = new LRUCache<string, Verdict>({ max: keptVerdicts })

  const verdictOf = async (token: string): Promise<Verdict> => {
    const place = createHash('sha256').update(token).digest('base64')
    const kept = verdicts.get(place)
    if (kept && now() < kept.until) return kept
    const verdict = await verified(token, options)
    verdicts.set(place, verdict)
    return verdict
  }

  return async (authorization, requestId) => {
    if (authorization === undefined) return anonymous
    try {
      const token = /^Bearer +([A-Za-z0-9._~+/-]+=*) *$/i.exec(authorization)?.[1]
      if (token === undefined) throw new InvalidToken('it is no bearer token')
      if (token.length > longestToken) throw new InvalidToken('it is too long')
      const { person } = await verdictOf(token)
      if (!refused.known) return unavailable
      if (refused.has(person.sessionId)) return signedOut
      if (person.client !== 'console' || membershipsOf === null) return person
      return { ...person, memberships: await membershipsOf(person.subject) }
    } catch (error) {
      const reason = reasonOf(error)
      if (reason === null) {
        log.warn({ requestId, err: error }, 'a token cannot be verified now')
        return unavailable
      }
      log.info({ requestId, reason }, 'a token was refused')
      return invalid
    }
  }
}

async function verified(token: string, { issuer, keys, now }: BearerOptions): Promise<Verdict> {
  const time = now()
  const { payload } = await jwtVerify(token, keys, {
    algorithms,
    issuer,
    audience,
    typ: tokenType,
    requiredClaims,
    clockTolerance: skew,
    currentDate: new Date(time),
  })
  const person = personOf(payload, time / 1000)
  return { person, until: ((payload.exp ?? 0) + skew) * 1000 }
}

/** Null when the token may be good and something else is at fault. */
function reasonOf(error: unknown): string | null {
  if (error instanceof KeysUnavailable) return null
  if (error instanceof InvalidToken) return error.message
  if (error instanceof errors.JWTExpired || error instanceof errors.JWTClaimValidationFailed)
    return `${error.code}: ${error.claim}`
  return error instanceof errors.JOSEError ? error.code : null
}

const invalid = refusedToken('The access token is not valid, or no longer. Sign in again.')
const signedOut = refusedToken('This session was signed out. Sign in again.')
const unavailable = withRetry(
  refusal(
    503,
    'IDENTITY_UNAVAILABLE',
    'Whether you are signed in cannot be checked at the moment. Try again in a moment, or read on without signing in.',
  ),
)

function withRetry(answer: HttpAnswer): HttpAnswer {
  return { ...answer, headers: { ...answer.headers, 'retry-after': '2' } }
}
