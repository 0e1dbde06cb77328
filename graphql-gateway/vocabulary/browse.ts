// What can be browsed: facets of which every value has a page of its own.

/**
 * In the order in which they are offered. A person is of this sort too, and has a page that tells more; a kind and a
 * library are searched.
 */
export const browsed = ['collection', 'period', 'form', 'tune', 'subject'] as const
export type Browsed = (typeof browsed)[number]

export function isBrowsed(facet: string): facet is Browsed {
  return browsed.some((one) => one === facet)
}
