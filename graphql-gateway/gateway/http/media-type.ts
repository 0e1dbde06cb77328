// Which of the two media types of GraphQL over HTTP an answer takes (RFC 9110, section 12.5.1).
import Negotiator from 'negotiator'

/** With this one, a status says whether the operation ran. */
export const responseJson = 'application/graphql-response+json'
const plainJson = 'application/json'

/** As they are offered: a client may say the character set in what it accepts, or not. */
const offered = new Map(([plainJson, responseJson] as const).map((type) => [`${type}; charset=utf-8`, type]))

/** The type a client likes best; `application/json` where it does not say or likes both alike, null where neither will do. */
export function answerTypeOf(accept: string | undefined): typeof responseJson | typeof plainJson | null {
  if (!accept?.trim()) return plainJson
  const [liked] = new Negotiator({ headers: { accept } }).mediaTypes([...offered.keys()])
  return (liked !== undefined && offered.get(liked)) || null
}
