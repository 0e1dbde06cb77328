/** Urgent notices of the site's library, which stand above the content of every page: what is asked for them, and what came. */
import { textFor } from '@shuxiang/site-model'
import type { RenderContext } from './contract.ts'
import { addressOf } from './links.ts'
import type { Answers, PageQuery } from './page.ts'
import { byLanguage } from './said.ts'
import { toldNotices } from './told.ts'

/** Notices that are looked through; urgent ones are the first of them. */
const most = 5

/** A notice as the frame of a page shows it. */
export interface UrgentNotice {
  readonly title: string
  /** BCP 47, of the title. */
  readonly language: string
  /** Where more is told; null: nowhere. */
  readonly address: string | null
}

export interface UrgentNotices {
  readonly query: PageQuery
  /** None when nobody knows. */
  of(answers: Answers): readonly UrgentNotice[]
}

/** They are those of a day: a page that shows them is drawn anew when the day changes. */
export function urgentNotices(context: RenderContext): UrgentNotices {
  const told = toldNotices(context.today, most)
  return {
    query: told.query,
    of: (answers) =>
      told.of(answers).flatMap(({ urgent, title, link }): UrgentNotice[] => {
        const found = urgent ? textFor(byLanguage(title), context.locale) : null
        const address = link === null ? null : addressOf(link, context)
        return found ? [{ title: found.text, language: found.language, address }] : []
      }),
  }
}
