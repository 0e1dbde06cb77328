/** How blocks write texts of a page and of records, each marked with its language. */
import { textFor } from '@shuxiang/site-model'
import type { Localized } from '@shuxiang/site-model'
import { html, nothing } from '@shuxiang/site-render/markup'
import type { Html } from '@shuxiang/site-render/markup'
import type { RenderContext } from './contract.ts'

/** A page's text for the reader, marked with its language when that is not the page's own. */
export function words(texts: Localized | undefined, context: RenderContext): Html {
  const found = texts && textFor(texts, context.locale)
  if (!found) return nothing
  return found.language === context.locale
    ? html`${found.text}`
    : html`<span lang="${found.language}">${found.text}</span>`
}

/** The same as plain text, for attributes. */
export function plainWords(texts: Localized | undefined, context: RenderContext): string {
  return (texts && textFor(texts, context.locale)?.text) ?? ''
}

/** BCP 47 as far as it matters to faces and quotes: language, script, region. */
const tag = /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?$/

/**
 * The attribute `lang` for text in another language or script than the page, so that glyphs and quotes are right; null
 * where the page says it already. Without a language, or with none that can be read, the text is Chinese.
 */
export function langOf(context: RenderContext, language = 'zh-CN'): Html | null {
  const known = tag.test(language) ? language : 'zh-CN'
  const same = known === context.locale || (known === 'zh-Hans' && context.locale === 'zh-CN')
  return same ? null : html` lang="${known}"`
}
