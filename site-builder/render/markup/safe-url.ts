/** Which addresses a page may link to. */

/** Unseen characters: browsers drop some while parsing, and all make one address look like another. */
const unseen = /[\u0000-\u001f\u007f-\u00a0\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/
const allowed = new Set(['http:', 'https:', 'mailto:', 'tel:'])
/** Only for resolving; no address of ours begins with it. */
const base = 'http://base.invalid'

/**
 * The address when it may be followed, else `#`. Followed are paths of this site (`/…`, `?…`, `#…`) and http, https,
 * mailto and tel addresses without credentials, as the WHATWG URL parser understands them.
 */
export function safeUrl(address: string): string {
  if (address.length > 4000) return '#'
  const plain = address
    .toWellFormed()
    .replace(/[\t\r\n]/g, '')
    .trim()
  if (unseen.test(plain)) return '#'
  if (/^[?#]/.test(plain)) return plain
  if (plain.startsWith('/')) {
    // `//host` and `/\host` leave this site.
    if (/^\/[/\\]/.test(plain) || !URL.canParse(plain, base)) return '#'
    return new URL(plain, base).origin === base ? plain : '#'
  }
  const url = URL.parse(plain)
  if (!url || !allowed.has(url.protocol) || url.username || url.password) return '#'
  return url.href
}

/** A value as one part of a path or a query. Half a character becomes the replacement character instead of an error. */
export function urlPart(text: string): string {
  return encodeURIComponent(text.toWellFormed())
}
