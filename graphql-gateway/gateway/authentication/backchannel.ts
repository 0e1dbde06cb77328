// `POST /auth/backchannel-logout`: the provider says that a session has ended (OpenID Connect Back-Channel Logout 1.0).
import { clientKind } from '@shuxiang/permissions'
import type { Log } from '@shuxiang/subgraph-kit'
import { errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose'
import { jsonAnswer, type HttpAnswer } from '../http/answer.ts'
import type { RefusedSessions } from './refused-sessions.ts'
import { algorithms, InvalidToken, longestLife, skew } from './rules.ts'

/** What the receiver needs. */
export interface BackchannelOptions {
  readonly issuer: string
  readonly keys: JWTVerifyGetKey
  readonly refused: Pick<RefusedSessions, 'refuse'>
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly log: Log
}

const event = 'http://schemas.openid.net/event/backchannel-logout'
const requiredClaims = ['iat', 'exp', 'jti', 'sid', 'events']

/**
 * Takes the body of the form. 200 when the session is refused from now on, 400 for what is no logout token of ours, 503
 * when it cannot be checked or kept now (sections 2.6 and 2.8). Saying it twice changes nothing.
 */
export function backchannel({ issuer, keys, refused, now, log }: BackchannelOptions) {
  return async (body: string): Promise<HttpAnswer> => {
    try {
      const [token, second] = new URLSearchParams(body).getAll('logout_token')
      if (!token || second !== undefined) throw new InvalidToken('there is no single logout_token')
      const { payload } = await jwtVerify(token, keys, {
        algorithms,
        issuer,
        typ: 'logout+jwt',
        requiredClaims,
        clockTolerance: skew,
        currentDate: new Date(now()),
      })
      const session = sessionOf(payload, now() / 1000)
      await refused.refuse(session, new Date(now() + (longestLife + skew) * 1000))
      log.info({ session }, 'session signed out')
      return jsonAnswer(200, {})
    } catch (error) {
      if (error instanceof InvalidToken || error instanceof errors.JOSEError) {
        log.warn({ reason: error.message }, 'a logout token was refused')
        return jsonAnswer(400, {
          error: 'invalid_request',
          error_description: 'This is no logout token of a client here.',
        })
      }
      log.error({ err: error }, 'a session cannot be signed out')
      return jsonAnswer(503, {
        error: 'temporarily_unavailable',
        error_description: 'Send it again in a moment.',
      })
    }
  }
}

/** Section 2.6: the audience is a client of ours, the event is there, and it is no ID token (no nonce). */
function sessionOf({ iat, aud, sid, events, nonce }: JWTPayload, now: number): string {
  if (iat === undefined || iat > now + skew) throw new InvalidToken('it was issued in the future')
  if (![aud].flat().some((each) => each !== undefined && clientKind(each) !== null))
    throw new InvalidToken('it is for no client of ours')
  if (nonce !== undefined) throw new InvalidToken('it has a nonce')
  if (typeof events !== 'object' || events === null || !isObjectAt(events, event))
    throw new InvalidToken('it does not tell of a logout')
  if (typeof sid !== 'string' || sid === '' || sid.length > 255)
    throw new InvalidToken('its session has no name')
  return sid
}

function isObjectAt(events: object, name: string): boolean {
  const value: unknown = Object.entries(events).find(([key]) => key === name)?.[1]
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
