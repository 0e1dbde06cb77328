/** Where a form may lead back to: a path of this portal and nothing else. */

const LONGEST = 2_048

/** The path with its query, or `/` for anything that could lead elsewhere or break a header. */
export function safeReturnPath(given: string | null | undefined): string {
  if (!given || given.length > LONGEST || !/^\/(?![/\\])/.test(given) || /[\p{Cc}\\]|%0[ad]/iu.test(given))
    return '/'
  const base = 'http://portal.invalid'
  if (!URL.canParse(given, base)) return '/'
  const url = new URL(given, base)
  // Parsing can itself remove what made a path look harmless.
  if (url.origin !== base || url.pathname.startsWith('//')) return '/'
  return `${url.pathname}${url.search}${url.hash}`
}
