// What the front knows of authentication. Loads no library of tokens: most requests carry none.
import { anonymous, type Principal } from '@shuxiang/permissions'
import { refusal, type HttpAnswer } from '../http/answer.ts'

/** Who asks by the value of `Authorization`, or the answer that refuses it. */
export type Authenticate = (
  authorization: string | undefined,
  requestId: string,
) => Promise<Principal | HttpAnswer>

/** Where the provider says that a session has ended, as the realm file tells it. */
export const backchannelPath = '/auth/backchannel-logout'

/** What a client without a good token is told (RFC 6750, section 3). */
export function refusedToken(message: string): HttpAnswer {
  const answer = refusal(401, 'INVALID_TOKEN', message)
  return { ...answer, headers: { ...answer.headers, 'www-authenticate': 'Bearer error="invalid_token"' } }
}

const absent = refusedToken(
  'This installation has no identity provider, so nobody can be signed in. Ask without a token.',
)

/** For an installation without a provider: nobody can be signed in. */
export const withoutIdentity: Authenticate = async (authorization) =>
  authorization === undefined ? anonymous : absent
