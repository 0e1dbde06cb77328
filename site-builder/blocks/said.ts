/** What a library says of itself, as the graph gives it: texts by language, paragraphs, and the library for machines. */
import { localeTag, textFor } from '@shuxiang/site-model'
import { html } from '@shuxiang/site-render/markup'
import type { Html } from '@shuxiang/site-render/markup'
import type { RenderContext } from './contract.ts'
import { words } from './words.ts'

/** A text in several languages. */
export type Texts = readonly { readonly language: string; readonly text: string }[]

/** As the model has texts; a text of which nobody can tell the language is left out. */
export const byLanguage = (texts: Texts): Readonly<Record<string, string>> =>
  Object.fromEntries(
    texts
      .filter(({ language }) => localeTag.safeParse(language).success)
      .map(({ language, text }) => [language, text]),
  )

/** The reader's language, or another, marked with it; null where nothing is said. */
export function said(texts: Texts, context: RenderContext): Html | null {
  return texts.length === 0 ? null : words(byLanguage(texts), context)
}

/** The same as plain text. */
export function plainSaid(texts: Texts, { locale }: RenderContext): string {
  return textFor(byLanguage(texts), locale)?.text ?? ''
}

/** A text of several lines, each a paragraph. */
export function paragraphs(texts: Texts, context: RenderContext): readonly Html[] {
  const found = textFor(byLanguage(texts), context.locale)
  if (!found) return []
  return found.text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => html`<p>${words({ [found.language]: line }, context)}</p>`)
}

/** Words of a link that leads on, and for who listens to links one by one, from what. */
export function moreOf(more: string, title: Texts, context: RenderContext): Html {
  const of = said(title, context)
  return html`${more}${of && html`<span class="sr">${context.locale === 'en' ? ': ' : '：'}${of}</span>`}`
}

/** The site's own library for machines; what several blocks say of it is put together by its `@id`. */
export function libraryNode(name: string, facts: Readonly<Record<string, unknown>>): object {
  return { '@type': 'Library', '@id': '#library', name, ...facts }
}

/** A node without what is not said. */
export function filled(facts: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== '' && value !== null))
}
