// What the tests must know of the records before they walk to them: asked of the public read API.

/** Asks the API of a product; free queries are accepted in development on loopback. */
export async function ask<Data>(origin: string, query: string): Promise<Data> {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  })
  const answer = (await response.json()) as { data?: Data; errors?: unknown }
  if (answer.data === undefined || answer.errors !== undefined)
    throw new Error(`The API answered ${JSON.stringify(answer)}`)
  return answer.data
}

/** Address of the first record found, of a kind or of any. */
export async function firstFound(origin: string, words: string, kind?: string): Promise<string> {
  const filter = kind === undefined ? '' : `, filter: [{ name: "kind", anyOf: [${JSON.stringify(kind)}] }]`
  const { search } = await ask<{ search: { edges: { node: { url: string } }[] } }>(
    origin,
    `{ search(query: ${JSON.stringify(words)}, first: 1${filter}) { edges { node { url } } } }`,
  )
  const url = search.edges[0]?.node.url
  if (url === undefined) throw new Error(`no ${kind ?? 'record'} has ${words}`)
  return url
}

/** The value of a facet by the label that readers see. */
export async function facetValue(
  origin: string,
  words: string,
  name: string,
  label: string,
): Promise<string> {
  const { search } = await ask<{
    search: { facets: { name: string; values: { value: string; label: string }[] }[] }
  }>(
    origin,
    `{ search(query: ${JSON.stringify(words)}, first: 1) { facets { name values { value label } } } }`,
  )
  const found = search.facets
    .find((facet) => facet.name === name)
    ?.values.find((value) => value.label === label)
  if (found === undefined) throw new Error(`no ${name} is called ${label}`)
  return found.value
}
