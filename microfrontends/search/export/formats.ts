/** How the results of a search can be had besides as a page: files to keep, a feed, suggestions for a browser's own box. */
export const TAKEN = [
  { suffix: 'bib', type: 'application/x-bibtex', name: 'BibTeX' },
  { suffix: 'ris', type: 'application/x-research-info-systems', name: 'RIS' },
  { suffix: 'csv', type: 'text/csv', name: 'CSV' },
] as const
export const FEED = { suffix: 'atom', type: 'application/atom+xml' } as const
export const SUGGESTIONS = { suffix: 'suggestions', type: 'application/x-suggestions+json' } as const

/** Records of one file. */
export const MOST_TAKEN = 1_000
/** Name of the parameter that names chosen records. */
export const CHOSEN = 'chosen'
/** Most that one page of results has to choose from. */
export const MOST_CHOSEN = 20
