/** Writes what a page says of itself into its head. */
import type { Head, Locale } from '@shuxiang/sdk/contract'
import { inLanguage } from '@shuxiang/sdk/language'
import { escape, jsonLd, locales } from '@shuxiang/site-render'
import { shareImage } from './share-image.ts'

/** What stands around a head. */
export interface HeadContext {
  /** Name of the portal in the page's language. */
  readonly portal: string
  readonly origin: string
  readonly locale: Locale
  /** The language that the page's address names, if it does. */
  readonly named: Locale | null
  /** The languages that the page is there in; without them, all of the product's own. */
  readonly languages?: readonly Locale[]
  /** The page is what its address promises: worth keeping and sharing. */
  readonly found: boolean
}

const MEDIA_TYPE = /^[a-z]+\/[a-z0-9.+-]+$/

/** Names that say what is cited and nothing of how the page behaves. */
const CITATION_NAME = /^(citation_[a-z_]+|DC\.[A-Za-z.]+)$/

/** Open Graph writes languages with their territory. */
const TERRITORIES: Readonly<Record<Locale, string>> = { 'zh-CN': 'zh_CN', en: 'en_US' }

/** `<title>` of a page: its own, then the portal's. */
export function pageTitle(title: string, portal: string): string {
  return title === '' || title === portal ? portal : `${title} - ${portal}`
}

/** The tags of a head. Only paths of ours become links; an address from elsewhere is left out. */
export function headTags(head: Head, context: HeadContext): string {
  const { origin, portal, named } = context
  const tags = [`<title>${escape(pageTitle(head.title, portal))}</title>`]
  if (head.description) tags.push(meta('name', 'description', head.description))
  if (head.robots) tags.push(meta('name', 'robots', head.robots))
  const place = isOwn(head.canonical, origin) ? head.canonical : null
  const canonical = place === null ? null : new URL(inLanguage(place, named), origin).href
  if (canonical) tags.push(`<link rel="canonical" href="${escape(canonical)}">`)
  for (const { type, href, title } of head.alternates ?? []) {
    if (!isOwn(href, origin)) continue
    const address = new URL(href, origin).href
    const label = title === undefined ? '' : ` title="${escape(title)}"`
    tags.push(`<link rel="alternate" type="${escape(type)}" href="${escape(address)}"${label}>`)
  }
  if (context.found) tags.push(...citation(head))
  if (place !== null && head.robots === undefined && context.found) tags.push(...inLanguages(place, context))
  if (context.found) tags.push(...openGraph(head, canonical, context))
  if (head.jsonLd) tags.push(jsonLd(head.jsonLd))
  return tags.join('')
}

/** By which a browser finds the search of the site that has this name. */
export function openSearchLink(name: string): string {
  return `<link rel="search" type="application/opensearchdescription+xml" href="/opensearch.xml" title="${escape(name)}">`
}

/** The other formats of a page as a header (RFC 8288), for programs that read no HTML. */
export function linkHeader({ alternates = [] }: Head, origin: string): { readonly link?: string } {
  const links = alternates
    .filter(({ type, href }) => isOwn(href, origin) && MEDIA_TYPE.test(type))
    .map(({ type, href }) => `<${new URL(href, origin).href}>; rel="alternate"; type="${type}"`)
  return links.length > 0 ? { link: links.join(', ') } : {}
}

/** The same page in every language, and the address that follows the reader. Each of them has itself as canonical. */
function inLanguages(place: string, { origin, languages = locales }: HeadContext): string[] {
  const link = (language: string, path: string): string =>
    `<link rel="alternate" hreflang="${language}" href="${escape(new URL(path, origin).href)}">`
  return [
    ...languages.map((locale) => link(locale, inLanguage(place, locale))),
    link('x-default', inLanguage(place, null)),
  ]
}

/** For reference managers, which find the meaning of a prefix by its link. */
function citation({ citation: facts = [] }: Head): string[] {
  const known = facts.filter(({ name }) => CITATION_NAME.test(name))
  if (known.length === 0) return []
  return [
    '<link rel="schema.DC" href="http://purl.org/dc/elements/1.1/">',
    ...known.map(({ name, content }) => meta('name', name, content)),
  ]
}

/** What a shared link shows in messages and feeds; Twitter reads title, text and picture from Open Graph. */
function openGraph(
  head: Head,
  canonical: string | null,
  { portal, origin, locale, languages = locales }: HeadContext,
): string[] {
  const facts: readonly (readonly [string, string | null | undefined])[] = [
    ['og:title', head.title || portal],
    ['og:type', head.type ?? 'website'],
    ['og:site_name', portal],
    ['og:url', canonical],
    ['og:description', head.description],
    ['og:locale', TERRITORIES[locale]],
    ...languages
      .filter((other) => other !== locale)
      .map((other) => ['og:locale:alternate', TERRITORIES[other]] as const),
    ['og:image', `${origin}${shareImage.path}`],
    ['og:image:width', String(shareImage.width)],
    ['og:image:height', String(shareImage.height)],
    ['og:image:alt', portal],
  ]
  const tags = facts.flatMap(([property, content]) => (content ? [meta('property', property, content)] : []))
  return [...tags, meta('name', 'twitter:card', 'summary_large_image')]
}

function meta(kind: 'name' | 'property', name: string, content: string): string {
  return `<meta ${kind}="${name}" content="${escape(content)}">`
}

function isOwn(path: string | undefined, origin: string): path is string {
  if (path === undefined || !path.startsWith('/') || path.startsWith('//')) return false
  return URL.canParse(path, origin) && new URL(path, origin).origin === new URL(origin).origin
}
