// Addresses of the portal that the catalogue names; the same on every branch site.

export function recordUrl(id: string): string {
  return `/item/${encodeURIComponent(id)}`
}

/** A chapter of a work; `n` begins at 1. The parameter has its name from before, for addresses stay. */
export function chapterUrl(id: string, n: number): string {
  return `${recordUrl(id)}?part=${n}`
}

export function searchUrl(query: string): string {
  return `/search?q=${encodeURIComponent(query.toWellFormed())}`
}

export function worksUrl(personId: string): string {
  return `/search?author=${encodeURIComponent(personId)}`
}
