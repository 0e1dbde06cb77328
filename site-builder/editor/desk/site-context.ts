/** The site whose page is on the desk, for whatever asks about it. */
import { inject, provide, type InjectionKey, type Ref } from 'vue'
import { textFor } from '@shuxiang/site-model'
import type { AnswerBook } from '../canvas/answers.ts'
import type { EditedSiteData } from '../operations.generated.ts'
import type { PartsOfOthers } from '../site/shared-parts.ts'

export type SiteToEdit = NonNullable<EditedSiteData['editedSite']>

export interface SiteOnDesk {
  readonly site: Readonly<Ref<SiteToEdit>>
  /** Answers to what its blocks ask. */
  readonly book: AnswerBook
  /** What others keep and its pages may name. */
  readonly parts: PartsOfOthers
  /** Asks for the site once more, after something of it was changed. */
  refresh(): Promise<void>
}

const key: InjectionKey<SiteOnDesk> = Symbol('site on the desk')

export function provideSite(given: SiteOnDesk): void {
  provide(key, given)
}

/** @throws Error outside of the desk; that is a fault of the editor. */
export function useSite(): SiteOnDesk {
  const found = inject(key)
  if (!found) throw new Error('There is no site on the desk.')
  return found
}

/** Of the graph: a text in some languages. */
export type Texts = readonly { readonly language: string; readonly text: string }[]

/** Texts by language, from a list of the graph. */
export function byLanguage(texts: Texts): Readonly<Record<string, string>> {
  return Object.fromEntries(texts.map(({ language, text }) => [language, text]))
}

/** What is said in a language, or in the nearest that there is; `otherwise` where nothing is. */
export function inWords(texts: Texts, locale: string, otherwise = ''): string {
  return textFor(byLanguage(texts), locale)?.text || otherwise
}
