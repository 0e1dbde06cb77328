// Which of the two media types of GraphQL over HTTP an answer takes (RFC 9110, section 12.5.1).

/** With this one, a status says whether the operation ran. */
export const responseJson = 'application/graphql-response+json'
const plainJson = 'application/json'

/** The type a client likes best; `application/json` where it does not say or likes both alike, null where neither will do. */
export function answerTypeOf(accept: string | undefined): typeof responseJson | typeof plainJson | null {
  if (!accept?.trim()) return plainJson
  const ranges = accept.split(',').map(rangeOf)
  const plain = likingOf(plainJson, ranges)
  const response = likingOf(responseJson, ranges)
  if (plain.quality === 0 && response.quality === 0) return null
  if (plain.quality !== response.quality) return plain.quality > response.quality ? plainJson : responseJson
  return response.at < plain.at ? responseJson : plainJson
}

interface Range {
  readonly type: string
  readonly quality: number
}

function rangeOf(text: string): Range {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase())
  const q = parameters.find((parameter) => parameter.startsWith('q='))
  const quality = q === undefined ? 1 : Number(q.slice(2))
  return { type, quality: quality >= 0 && quality <= 1 ? quality : 0 }
}

/** The most exact range decides, wherever it stands. */
function likingOf(type: string, ranges: readonly Range[]): { quality: number; at: number } {
  for (const wanted of [type, 'application/*', '*/*']) {
    const at = ranges.findIndex((range) => range.type === wanted)
    const found = ranges[at]
    if (found) return { quality: found.quality, at }
  }
  return { quality: 0, at: ranges.length }
}
