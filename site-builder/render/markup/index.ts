/** How blocks and frame write HTML. */
export { count } from './count.ts'
export { coversHtml } from './cover.ts'
export { escape, html, nothing } from './html.ts'
export type { Html, Insert } from './html.ts'
export { jsonLdHtml } from './json-ld.ts'
export { plainTargets, richTextHtml, richTextPlain } from './rich-text.ts'
export type { Resolve } from './rich-text.ts'
export { safeUrl, urlPart } from './safe-url.ts'
