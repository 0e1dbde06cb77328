/** A draft as readers will see it: the same functions that draw the published page, with the same frame. Pure. */
import { openPage, urgentNotices, type Answers, type PageQuery } from '@shuxiang/site-blocks'
import { partsPut, type PageDoc } from '@shuxiang/site-model'
import { dayOf, siteFrame, type FramedSite } from '@shuxiang/site-publish/frame'
import { urgentBar, type Locale } from '@shuxiang/site-render'

export interface DraftView {
  readonly site: FramedSite
  readonly doc: PageDoc
  /** What others keep and the page may name, by the keys of what names them. */
  readonly parts?: ReadonlyMap<string, PageDoc>
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

const noParts: ReadonlyMap<string, PageDoc> = new Map()

export function openDraftView({ site, doc, parts = noParts, path, locale, now }: DraftView): OpenDraft {
  const context = { locale, today: dayOf(now), now: now.toISOString(), path, parameters: {} }
  const whole = partsPut(doc, parts)
  const page = openPage(whole.doc, context)
  /** What came with a part is found as the block that names it. */
  const topmost = new Set(whole.doc.root)
  const marked = (id: string): string | null => {
    const named = whole.namedBy.get(id)
    if (named === undefined) return id
    return topmost.has(id) ? named : null
  }
  const urgent = urgentNotices(context)
  const frame = siteFrame(site, path, locale)
  return {
    queries: [...page.queries, urgent.query],
    draw: (answers) =>
      [
        frame.masthead,
        ...urgent.of(answers).map((notice) => urgentBar({ locale, ...notice })),
        `<main id="main" tabindex="-1">${page.render(answers, { marked })}</main>`,
        frame.footer,
      ].join('\n'),
  }
}
