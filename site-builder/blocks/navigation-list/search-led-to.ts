/** What a link to a search of this portal asks for. */

export interface SearchLedTo {
  readonly query: string
  readonly filter: { readonly name: string; readonly anyOf: string[] }[]
}

/** What an address of a search says besides what is looked for: how it is shown. */
const SHOWN = ['q', 'sort', 'page', 'view']

/** Null for a link that leads elsewhere. */
export function searchLedTo(target: string): SearchLedTo | null {
  const [path, parameters = ''] = target.split('?')
  if (path !== '/search') return null
  const asked = new URLSearchParams(parameters)
  const names = [...new Set(asked.keys())].filter((name) => !SHOWN.includes(name))
  return {
    query: asked.get('q') ?? '',
    filter: names.map((name) => ({ name, anyOf: asked.getAll(name) })),
  }
}
