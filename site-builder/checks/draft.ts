/** Checks of a site as an editor in the browser has it, where it is not known what the store has beside its pages. Pure. */
import type { Localized, PageDoc } from '@shuxiang/site-model'
import type { Filings } from '@shuxiang/site-render'
import { siteTheme } from '@shuxiang/themes'
import type { InterfaceLanguage } from '@shuxiang/vocabulary'
import { answered } from './answered.ts'
import { check } from './check.ts'
import type { Finding } from './finding.ts'
import type { DrawnPage } from './site.ts'

export type { Finding }

export interface DraftSite {
  readonly names: Localized
  readonly languages: readonly [InterfaceLanguage, ...InterfaceLanguage[]]
  readonly menu: readonly { readonly path: string; readonly words: Localized }[]
  /** Name of its theme. */
  readonly theme: string
  readonly filings: Filings
  readonly pages: ReadonlyMap<string, PageDoc>
  readonly drawn: readonly DrawnPage[]
  readonly today: string
}

/** What keeps it from being published first. */
export function checkDraft({
  names,
  languages,
  menu,
  theme,
  filings,
  pages,
  drawn,
  today,
}: DraftSite): readonly Finding[] {
  return check({
    facts: { names, languages, menu, filings, theme: siteTheme(theme) },
    ...{ pages, drawn, answered, today },
    mayAnswerMore: true,
  })
}
