/**
 * What a page needs of the content policy beyond what every page has: a closed vocabulary, so that a declaration can be
 * read and compared. Each need is a word for what is loaded and a word for where from.
 */

/**
 * By what is loaded, where it may come from: `own` is the portal, `content` the origin for content that must not touch
 * the portal (captures, uploads; the variable CONTENT_ORIGIN), `blob` what the page made itself, `canvas` the empty documents
 * without a script in which the editor of sites draws, `declared` the documents that a microfrontend declares for its own pages
 * (`microfrontend.json` → `frames`).
 */
export const POLICY_SOURCES = {
  media: ['own', 'content', 'blob'],
  images: ['content', 'blob'],
  frames: ['content', 'blob', 'canvas', 'declared'],
  workers: ['own'],
} as const

/** `microfrontend.json` → `policy`. */
export type PagePolicy = {
  readonly [What in keyof typeof POLICY_SOURCES]?:
    readonly (typeof POLICY_SOURCES)[What][number][] | undefined
}
export type PolicyKey = keyof typeof POLICY_SOURCES

/** A policy as a list that can be compared, such as `['frames content', 'media own']`: sorted, each once. */
export function policyNeeds(policies: Iterable<PagePolicy>): string[] {
  const needs = new Set<string>()
  for (const policy of policies)
    for (const [what, sources] of Object.entries(policy))
      for (const source of sources ?? []) needs.add(`${what} ${source}`)
  return [...needs].sort()
}

/** True when a page with the needs `given` may show what needs `wanted`. */
export function covers(given: readonly string[], wanted: readonly string[]): boolean {
  return wanted.every((need) => given.includes(need))
}
