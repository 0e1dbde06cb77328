/** A draft as readers will see it: the same functions that draw the published page, with the same frame. Pure. */
import { openPage, urgentNotices, type Answers, type PageQuery } from '@shuxiang/site-blocks'
import type { PageDoc } from '@shuxiang/site-model'
import { dayOf, siteFrame, type FramedSite } from '@shuxiang/site-publish/frame'
import { urgentBar, type Locale } from '@shuxiang/site-render'

export interface DraftView {
  readonly site: FramedSite
  readonly doc: PageDoc
  readonly path: string
  readonly locale: Locale
  readonly now: Date
}

export interface OpenDraft {
  /** What must be answered before everything can be drawn. */
  readonly queries: readonly PageQuery[]
  /** Content of `<body>`; each block stands between two comments, by which the editor finds it. */
  draw(answers: Answers): string
}

export function openDraftView({ site, doc, path, locale, now }: DraftView): OpenDraft {
  const context = { locale, today: dayOf(now), now: now.toISOString(), path, parameters: {} }
  const page = openPage(doc, context)
  const urgent = urgentNotices(context)
  const frame = siteFrame(site, path, locale)
  return {
    queries: [...page.queries, urgent.query],
    draw: (answers) =>
      [
        frame.masthead,
        ...urgent.of(answers).map((notice) => urgentBar({ locale, ...notice })),
        `<main id="main" tabindex="-1">${page.render(answers, { marked: true })}</main>`,
        frame.footer,
      ].join('\n'),
  }
}
