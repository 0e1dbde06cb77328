/** What a page of browsing says to machines. Source: https://schema.org/CollectionPage, https://schema.org/ItemList */
import type { BrowsedFacet } from '../operations.generated.ts'

export interface BrowseLd {
  readonly title: string
  readonly path: string
  readonly facets: readonly BrowsedFacet[]
  readonly nameOf: (facet: BrowsedFacet) => string
}

/** A list for each facet, in the order of the page; addresses are relative to the page. */
export function browseLd({ title, path, facets, nameOf }: BrowseLd): object[] {
  return [
    {
      '@context': 'https://schema.org',
      '@type': 'CollectionPage',
      '@id': path,
      name: title,
      url: path,
      hasPart: facets.map((facet) => ({
        '@type': 'ItemList',
        name: nameOf(facet),
        numberOfItems: facet.valueCount,
        itemListElement: facet.values.map(({ label, url }, n) => ({
          '@type': 'ListItem',
          position: n + 1,
          name: label,
          url,
        })),
      })),
    },
  ]
}
