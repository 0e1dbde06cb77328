// Addresses of the portal that the catalogue names; the same on every branch site.

export function recordUrl(id: string): string {
  return `/item/${encodeURIComponent(id)}`
}

export function searchUrl(query: string): string {
  return `/search?q=${encodeURIComponent(query.toWellFormed())}`
}

export function worksUrl(personId: string): string {
  return `/search?author=${encodeURIComponent(personId)}`
}
