/** What the checks would say of the practice site, drawn as it would be published. */
import { dayOf, drawnLanguages } from '@shuxiang/site-publish/frame'
import { checkDraft, type Finding } from '@shuxiang/site-checks/draft'
import type { AnswerBook } from '../canvas/answers.ts'
import { openDraftView } from '../canvas/draw.ts'
import { byLanguage, type SiteToEdit } from '../desk/site-context.ts'
import { framedSite } from '../site/framed-site.ts'
import type { PracticeState } from './state.ts'

/** @param now milliseconds */
export async function checkPractice(
  { pages, settings }: PracticeState,
  site: SiteToEdit,
  { book, origin, now }: { readonly book: AnswerBook; readonly origin: string; readonly now: number },
): Promise<readonly Finding[]> {
  const framed = framedSite(site, origin)
  const at = new Date(now)
  const languages = drawnLanguages(settings.languages)
  const views = pages.flatMap(({ doc, path }) =>
    languages.map((locale) => ({
      ...{ path, locale },
      view: openDraftView({ site: framed, doc, path, locale, now: at }),
    })),
  )
  for (const { view } of views) await book.fetch(view.queries)
  return checkDraft({
    names: byLanguage(settings.names),
    languages,
    menu: settings.menu.map(({ path, words }) => ({ path, words: byLanguage(words) })),
    theme: settings.theme,
    filings: settings.filings,
    pages: new Map(pages.map(({ path, doc }) => [path, doc])),
    drawn: views.map(({ path, locale, view }) => ({
      ...{ path, language: locale },
      html: `<!doctype html><html lang="${locale}"><body>${view.draw(book.known)}</body></html>`,
    })),
    today: dayOf(at),
  })
}
