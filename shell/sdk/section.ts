/** Which of the links in a page's frame leads to where the reader is: the same rule on the server and in the browser. */

/**
 * The link whose path is the address's and whose parameters have the values that the address gives them. Parameters
 * that no link names do not count; of a parameter that the address gives several times, no single value is meant.
 */
export function currentLink(hrefs: readonly string[], address: URL): string | null {
  const links = hrefs.map((href) => ({ href, url: new URL(href, address) }))
  const here = links.filter(({ url }) => url.pathname === address.pathname)
  const names = new Set(here.flatMap(({ url }) => [...url.searchParams.keys()]))
  const fits = ({ url }: { readonly url: URL }): boolean =>
    [...names].every((name) => single(url, name) === single(address, name))
  return here.find(fits)?.href ?? null
}

function single({ searchParams }: URL, name: string): string | null {
  const [first = null, second] = searchParams.getAll(name)
  return second === undefined ? first : null
}
