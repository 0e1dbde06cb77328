/** What is other in one version of a site than in another, in sentences that a librarian reads. Pure. */
import { blockOf, canonicalJson, diff, textFor } from '@shuxiang/site-model'
import type { Change, Json, Localized, PageDoc, Storable } from '@shuxiang/site-model'
import { clockInChina, type Words } from '@shuxiang/vocabulary'
import type { Field, Fields } from '../fields/declaration.ts'
import { blockType } from '../registry.ts'

export interface SiteVersion {
  readonly names: Localized
  readonly seal: string
  /** Id of the picture in its place. */
  readonly logo?: string
  readonly theme: string
  readonly menu: readonly { readonly path: string; readonly words: Localized }[]
  /** As the library chose them; absent: all there are. */
  readonly languages?: readonly string[]
  readonly filings?: { readonly icp: string; readonly publicSecurity: string }
  /** People that a publication takes; absent: it is not known. */
  readonly reviewSteps?: number
  readonly pages: readonly VersionPage[]
}

export interface VersionPage {
  readonly path: string
  /** Addresses that it had, newest first. */
  readonly formerPaths: readonly string[]
  /** Null: it cannot be read any more. */
  readonly doc: PageDoc | null
}

export interface SiteChange {
  /** Path of the page; null: of the site as a whole. */
  readonly page: string | null
  readonly words: Words
}

/** Sentences of one answer; of more the number is told. */
export const mostChanges = 200
/** Characters of a text that is quoted. */
const longestQuote = 30

const say = (zh: string, en: string): Words => ({ 'zh-CN': zh, en })

const cut = (text: string): string => {
  const signs = [...text.replace(/\s+/g, ' ').trim()]
  return signs.length > longestQuote ? `${signs.slice(0, longestQuote).join('')}…` : signs.join('')
}

const named = (texts: Localized, fallback: string): Words => ({
  'zh-CN': cut(textFor(texts, 'zh-CN')?.text ?? fallback),
  en: cut(textFor(texts, 'en')?.text ?? fallback),
})

function titleOf({ path, doc }: VersionPage): Words {
  if (path === '/') return say('首页', 'Home page')
  return doc ? named(doc.meta.title, path) : say(path, path)
}

const isDifferent = (one: Storable | undefined, other: Storable | undefined): boolean =>
  canonicalJson(one ?? null) !== canonicalJson(other ?? null)

/** How the languages of texts are called; others by their tag. */
const languages: Readonly<Record<string, Words>> = {
  'zh-CN': say('中文', 'Chinese'),
  en: say('英文', 'English'),
}

/** `“图集”的“标题”（中文）`: where in a block, in the words of its panel. */
function wayTo(type: string, path: readonly string[]): Words {
  const found = blockType(type)
  const block = found?.label ?? say(type, type)
  const zh: string[] = [`“${block['zh-CN']}”`]
  const en: string[] = [`“${block.en}”`]
  let here: Fields | null = found?.fields ?? null
  for (const step of path) {
    const field: Field | undefined = here && Object.hasOwn(here, step) ? here[step] : undefined
    const language = Object.hasOwn(languages, step) ? languages[step] : undefined
    if (field) {
      zh.push(`“${field.label['zh-CN']}”`)
      en.push(`“${field.label.en}”`)
      here = field.kind === 'list' ? field.of : null
    } else if (language)
      return say(`${zh.join('的')}（${language['zh-CN']}）`, `${en.join(' › ')} (${language.en})`)
  }
  return say(zh.join('的'), en.join(' › '))
}

/** A short text as it stands, so that somebody sees what it was; null for whatever is no short text. */
const quoted = (value: Json | undefined): string | null =>
  typeof value === 'string' && value.trim() !== ''
    ? cut(value)
    : typeof value === 'number'
      ? String(value)
      : null

function fromTo(what: Words, before: Json | undefined, after: Json | undefined): Words {
  const [was, is] = [quoted(before), quoted(after)]
  if (was !== null && is !== null && was !== is)
    return say(`改了${what['zh-CN']}：“${was}”→“${is}”。`, `changed ${what.en}: “${was}” → “${is}”.`)
  if (before === undefined && is !== null)
    return say(`填写了${what['zh-CN']}：“${is}”。`, `filled in ${what.en}: “${is}”.`)
  if (after === undefined && was !== null)
    return say(`清空了${what['zh-CN']}：原来是“${was}”。`, `emptied ${what.en}: it was “${was}”.`)
  return say(`改了${what['zh-CN']}。`, `changed ${what.en}.`)
}

const ofPage: Readonly<Record<string, Words>> = {
  title: say('标题', 'the title'),
  description: say('简介', 'the description'),
  from: say('开始显示的时间', 'when it begins to be shown'),
  until: say('结束显示的时间', 'when it ends'),
}

/** An instant as clocks in China show it. */
function timeIn(instant: Json | undefined): Json | undefined {
  return typeof instant === 'string' && !Number.isNaN(Date.parse(instant))
    ? clockInChina(new Date(instant)).replace('T', ' ')
    : instant
}

function sentence(change: Change): Words {
  const label = (type: string): Words => wayTo(type, [])
  switch (change.kind) {
    case 'added':
      return say(`加了${label(change.type)['zh-CN']}。`, `added ${label(change.type).en}.`)
    case 'removed':
      return say(`删了${label(change.type)['zh-CN']}。`, `took ${label(change.type).en} away.`)
    case 'moved':
      return say(`移动了${label(change.type)['zh-CN']}。`, `moved ${label(change.type).en}.`)
    case 'changed': {
      const { type, path, before, after } = change
      const [part = '', ...rest] = path
      if (type === null) {
        const [name = '', language = ''] = rest
        const what = ofPage[name] ?? say('页面设置', 'its settings')
        const tongue = Object.hasOwn(languages, language) ? languages[language] : undefined
        const whole = tongue
          ? say(`${what['zh-CN']}（${tongue['zh-CN']}）`, `${what.en} (${tongue.en})`)
          : what
        const isTime = name === 'from' || name === 'until'
        return isTime ? fromTo(whole, timeIn(before), timeIn(after)) : fromTo(whole, before, after)
      }
      if (part === 'show') {
        const what = label(type)
        return say(`改了${what['zh-CN']}的显示时间。`, `changed when ${what.en} is shown.`)
      }
      if (part !== 'fields') return say(`改了${label(type)['zh-CN']}。`, `changed ${label(type).en}.`)
      return fromTo(wayTo(type, rest), before, after)
    }
  }
}

function pageChanges(before: VersionPage, after: VersionPage): SiteChange[] {
  const page = after.path
  const title = titleOf(after)
  const about = (words: Words): SiteChange => ({
    page,
    words: say(`“${title['zh-CN']}”：${words['zh-CN']}`, `“${title.en}”: ${words.en}`),
  })
  const moved =
    before.path === after.path
      ? []
      : [about(say(`地址从 ${before.path} 改为 ${page}。`, `moved from ${before.path} to ${page}.`))]
  if (before.doc === null || after.doc === null)
    return [...moved, about(say('原来的内容已不再保存，无法比较。', 'what it was is no longer kept.'))]
  return [...moved, ...documentChanges(before.doc, after.doc).map(({ words }) => about(words))]
}

export interface DocumentChange {
  /** Id of the block that is other, new or gone; null: the page's own words. */
  readonly block: string | null
  readonly words: Words
}

/** What is other in one document of a page than in another, in sentences without its title. */
export function documentChanges(old: PageDoc, now: PageDoc): readonly DocumentChange[] {
  // What was put in or taken out with a block around it is part of that block.
  return diff(old, now)
    .filter((change) => {
      if (change.kind === 'added') return !hasParent(change.at, old)
      if (change.kind === 'removed') return !hasParent(change.at, now)
      return true
    })
    .map((change) => ({ block: change.block, words: sentence(change) }))
}

/** True when the block around a place is not in the other version: it tells the whole by itself. */
function hasParent({ parent }: { readonly parent: string | null }, other: PageDoc): boolean {
  return parent !== null && blockOf(other, parent) === undefined
}

function factChanges(before: SiteVersion, after: SiteVersion): SiteChange[] {
  const found: SiteChange[] = []
  const note = (zh: string, en: string): void => void found.push({ page: null, words: say(zh, en) })
  if (isDifferent(before.names, after.names)) {
    const [was, is] = [named(before.names, ''), named(after.names, '')]
    if (was['zh-CN'] === is['zh-CN'] && was.en === is.en)
      note('改了网站在别的语言里的名称。', 'The site has another name in one of its languages.')
    else
      note(
        `改了网站名称：“${was['zh-CN']}”→“${is['zh-CN']}”。`,
        `The site is called “${is.en}”; before it was “${was.en}”.`,
      )
  }
  if (before.seal !== after.seal)
    note(
      `改了印章文字：“${before.seal}”→“${after.seal}”。`,
      `The seal says “${after.seal}” and no longer “${before.seal}”.`,
    )
  if ((before.logo ?? '') !== (after.logo ?? ''))
    note(
      after.logo ? '换了馆标图片。' : '不再用馆标图片，改用印章。',
      after.logo
        ? 'Another picture is the logo of the site.'
        : 'The seal stands where the picture of the logo was.',
    )
  if (before.theme !== after.theme) note('换了网站主题。', 'The site has another theme.')
  if (isDifferent(before.menu, after.menu)) note('改了导航菜单。', 'The menu is another one.')
  // Said as it was, it is no change.
  const unsaid = { languages: ['zh-CN', 'en'], filings: { icp: '', publicSecurity: '' } }
  if (isDifferent(before.languages ?? unsaid.languages, after.languages ?? unsaid.languages))
    note('改了网站的语言。', 'The site is in other languages.')
  if (isDifferent(before.filings ?? unsaid.filings, after.filings ?? unsaid.filings))
    note('改了备案号。', 'The filing numbers are others.')
  const [steps, now] = [before.reviewSteps, after.reviewSteps]
  if (steps !== undefined && now !== undefined && steps !== now)
    note(
      `改了发布前的审核：原来 ${steps} 步，改为 ${now} 步。`,
      `Publishing takes ${now} ${now === 1 ? 'step' : 'steps'}; before it took ${steps}.`,
    )
  return found
}

/** The site's own changes first, then those of its pages in the order of their paths. */
export function siteChanges(before: SiteVersion, after: SiteVersion): readonly SiteChange[] {
  const was = new Map(before.pages.map((page) => [page.path, page]))
  const is = new Map(after.pages.map((page) => [page.path, page]))
  const taken = new Set<string>()
  const pages = [...after.pages]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap((page): SiteChange[] => {
      const same = was.get(page.path)
      const former = page.formerPaths.find((path) => was.has(path) && !is.has(path))
      const old = same ?? (former === undefined ? undefined : was.get(former))
      if (old) {
        taken.add(old.path)
        return pageChanges(old, page)
      }
      const title = titleOf(page)
      return [
        {
          page: page.path,
          words: say(
            `新增页面“${title['zh-CN']}”（${page.path}）。`,
            `New page “${title.en}” (${page.path}).`,
          ),
        },
      ]
    })
  const gone = before.pages
    .filter(({ path }) => !is.has(path) && !taken.has(path))
    .map((page): SiteChange => {
      const title = titleOf(page)
      return {
        page: page.path,
        words: say(
          `删去页面“${title['zh-CN']}”（${page.path}）。`,
          `Page “${title.en}” (${page.path}) is gone.`,
        ),
      }
    })
  const all = [...factChanges(before, after), ...pages, ...gone]
  if (all.length <= mostChanges) return all
  const left = all.length - mostChanges
  return [
    ...all.slice(0, mostChanges),
    { page: null, words: say(`还有 ${left} 处改动没有列出。`, `There are ${left} more changes.`) },
  ]
}
