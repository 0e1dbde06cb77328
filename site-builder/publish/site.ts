/** All files of a published site: first what must be asked for them, then, with the answers, their bytes. */
import {
  askedLogo,
  openPage,
  urgentNotices,
  type Answers,
  type OpenPage,
  type PageQuery,
  type Reading,
  type RenderContext,
  type UrgentNotices,
} from '@shuxiang/site-blocks'
import type { Head } from '@shuxiang/sdk/contract'
import { isPageShown } from '@shuxiang/site-model'
import { errorPage, errorTitle, escape, urgentBar, type Locale, type Logo } from '@shuxiang/site-render'
import { hasDevicePlace, offersIn } from '@shuxiang/site-render/markup'
import { dayOf } from './day.ts'
import { openFeeds, type Feeds } from './feeds.ts'
import { publishedDocument } from './document.ts'
import { hashOfBytes } from './hash.ts'
import type { SiteInputs } from './inputs.ts'
import { redrawAt } from './redraw.ts'
import { sheetPath } from './sheet.ts'

/** The path under which a release has the page for addresses where there is nothing. */
export const missingPath = '*'

export interface PublishedFile {
  readonly path: string
  /** Null for what is in no language. */
  readonly language: Locale | null
  readonly type: string
  readonly text: string
  /** Query parameters by which the page would be another one. */
  readonly parameters: readonly string[]
  /** What microfrontends are to offer on it: it is whole only when it is drawn for a request. */
  readonly offers: readonly string[]
  /** A reader's own device fills a place on it, which takes the runtime that pages drawn for a request have. */
  readonly filledByDevice?: true
}

export interface PublishedSite {
  /** In the order of paths and languages. */
  readonly files: readonly PublishedFile[]
  /** Words of the pages by path and language, for search. */
  readonly words: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** When it should be drawn again by the clock alone; null: never. */
  readonly redrawAt: Date | null
  /** What stands in the place of its seal; null: the seal. */
  readonly logo: Logo | null
}

export interface OpenSite {
  /** The questions of all pages in all languages, each once. */
  readonly queries: readonly PageQuery[]
  draw(answers: Answers): PublishedSite
}

const html = 'text/html; charset=utf-8'

export function openSiteForPublishing(given: SiteInputs): OpenSite {
  const inputs = shownOf(given)
  const sheet = hashOfBytes(inputs.sheet)
  const paths = [...inputs.pages.keys()].sort()
  const feeds = openFeeds(inputs)
  const opened = paths.flatMap((path) => inputs.languages.map((locale) => openedPage(inputs, path, locale)))
  const logoAsked = inputs.facts.logo ? askedLogo(inputs.facts.logo) : null
  const asked = [
    ...opened.flatMap(({ page, urgent }) => [...page.queries, urgent.query]),
    ...feeds.queries,
    ...(logoAsked ? [logoAsked.query] : []),
  ]
  const queries = new Map(asked.map((query) => [query.key, query]))
  return {
    queries: [...queries.values()],
    draw(answers) {
      const logo = logoAsked?.of(answers) ?? null
      const drawing: Drawing = { answers, sheet, logo }
      const pages = opened.map((one) => ({ ...one, file: pageFile(inputs, one, feeds, drawing) }))
      const words: Record<string, Record<string, string>> = {}
      for (const { path, locale, page } of pages) (words[path] ??= {})[locale] = page.text()
      return {
        files: [
          ...pages.map(({ file }) => file),
          ...inputs.languages.map((locale) => missingPage(inputs, locale, drawing)),
          plain(sheetPath(sheet), 'text/css; charset=utf-8', inputs.sheet),
          ...feeds.files(answers).map(({ path, type, text }) => plain(path, type, text)),
          plain('/sitemap.xml', 'application/xml; charset=utf-8', sitemapOf(inputs.origin, paths)),
        ],
        words,
        logo,
        redrawAt: redrawAt(
          [...pages.map(({ page }) => page.reading), frameReading, turnsOf(given)],
          inputs.now,
        ),
      }
    },
  }
}

/** Pages that do not stand now are no pages, and nothing of the frame leads to them. */
function shownOf(inputs: SiteInputs): SiteInputs {
  const { pages, facts, now } = inputs
  const away = new Set([...pages].filter(([path, doc]) => !isPageShown(path, doc, now)).map(([path]) => path))
  if (away.size === 0) return inputs
  return {
    ...inputs,
    pages: new Map([...pages].filter(([path]) => !away.has(path))),
    facts: { ...facts, menu: facts.menu.filter(({ path }) => !away.has(path)) },
  }
}

/** When pages begin and end to stand. */
function turnsOf({ pages }: SiteInputs): Readonly<Reading> {
  const turns = [...pages.values()].flatMap(({ meta: { from, until } }) => [from ?? [], until ?? []].flat())
  return { day: false, instant: false, parameters: new Set(), turns: new Set(turns) }
}

/** Urgent notices stand in the frame of every page, and are those of the day. */
const frameReading: Readonly<Reading> = {
  day: true,
  instant: false,
  parameters: new Set(),
  turns: new Set(),
}

interface OpenedPage {
  readonly path: string
  readonly locale: Locale
  readonly page: OpenPage
  readonly urgent: UrgentNotices
}

function openedPage({ pages, now }: SiteInputs, path: string, locale: Locale): OpenedPage {
  const context = contextOf(now, path, locale)
  const doc = pages.get(path)
  if (!doc) throw new Error(`The site has no page ${path}.`)
  return { path, locale, page: openPage(doc, context), urgent: urgentNotices(context) }
}

function contextOf(now: Date, path: string, locale: Locale): RenderContext {
  return { locale, today: dayOf(now), now: now.toISOString(), path, parameters: {} }
}

function barsOf(urgent: UrgentNotices, locale: Locale, answers: Answers): string {
  return urgent
    .of(answers)
    .map((notice) => urgentBar({ locale, ...notice }))
    .join('')
}

/** What all pages of a drawing share. */
interface Drawing {
  readonly answers: Answers
  /** Hash of the style sheet. */
  readonly sheet: string
  readonly logo: Logo | null
}

function pageFile(
  inputs: SiteInputs,
  { path, locale, page, urgent }: OpenedPage,
  feeds: Feeds,
  { answers, sheet, logo }: Drawing,
): PublishedFile {
  const alternates = feeds.alternates(locale)
  const { title, description } = page.head(answers)
  const jsonLd = page.jsonLd(answers)
  const head: Head = {
    title: path === '/' ? '' : title,
    canonical: path,
    ...(description ? { description } : {}),
    ...(jsonLd.length > 0 ? { jsonLd } : {}),
    ...(alternates.length > 0 ? { alternates } : {}),
  }
  const notices = barsOf(urgent, locale, answers)
  const main = page.render(answers)
  const text = publishedDocument(inputs, {
    ...{ locale, path, logo, head, notices, main, sheet },
    found: true,
  })
  return {
    path,
    language: locale,
    type: html,
    text,
    parameters: [...page.reading.parameters].sort(),
    offers: offersIn(main),
    ...(hasDevicePlace(main) && { filledByDevice: true as const }),
  }
}

function missingPage(inputs: SiteInputs, locale: Locale, { answers, sheet, logo }: Drawing): PublishedFile {
  const head: Head = { title: errorTitle(404, locale), robots: 'noindex' }
  const main = errorPage({ status: 404, locale })
  const notices = barsOf(urgentNotices(contextOf(inputs.now, '/', locale)), locale, answers)
  const text = publishedDocument(inputs, {
    ...{ locale, logo, head, notices, main, sheet },
    path: '/',
    found: false,
  })
  return { path: missingPath, language: locale, type: html, text, parameters: [], offers: [] }
}

const plain = (path: string, type: string, text: string): PublishedFile => ({
  path,
  language: null,
  type,
  text,
  parameters: [],
  offers: [],
})

/** Records have their one address on the portal, so these are the site's own pages. */
function sitemapOf(origin: string, paths: readonly string[]): string {
  const places = paths.map((path) => `<url><loc>${escape(new URL(path, origin).href)}</loc></url>`)
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${places.join('')}</urlset>\n`
}
