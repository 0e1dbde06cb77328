// Tokens of the console count on the console's origin only: on the portal the code of many runs.
import { isPlace, placeHeader } from '@shuxiang/process/place'
import type { Principal } from '@shuxiang/permissions'
import { refusal, type HttpAnswer } from './answer.ts'
import type { Client } from './client.ts'

/** The refusal of a token that was not made for the origin from which it comes, or of a header that our shell cannot have sent. */
export function misplaced(
  { headers, local }: Pick<Client, 'headers' | 'local'>,
  principal: Principal,
): HttpAnswer | null {
  const place = headers[placeHeader]
  if (place === undefined) return null
  if (!local)
    return refusal(403, 'PLACE_REFUSED', `Only the shell of this installation may send ${placeHeader}.`)
  if (!isPlace(place)) return refusal(400, 'BAD_PLACE', `${placeHeader} must be portal or console.`)
  if (principal.kind === 'anonymous' || (principal.client === 'console') === (place === 'console'))
    return null
  return refusal(
    403,
    'TOKEN_OF_ANOTHER_ORIGIN',
    place === 'console'
      ? 'This token was not made for the console. Sign in there.'
      : 'A token of the console counts at the address of the console only. Ask there.',
  )
}
