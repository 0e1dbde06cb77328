// From frozen documents to a release that is served: asked, drawn, checked, kept, and made live by one compare-and-set.
import {
  dayOf,
  drawnLanguages,
  hashOfBytes,
  openSiteForPublishing,
  type OpenSite,
  type PublishedSite,
  type SiteInputs,
} from '@shuxiang/site-publish'
import { canonicalJson, parsePageText, partKey, partsOf, withParts, type PageDoc } from '@shuxiang/site-model'
import { codesFound, filesFound, migratePage } from '@shuxiang/site-blocks'
import type { JobParts } from '@shuxiang/subgraph-kit/module'
import {
  activate,
  artifactText,
  documentsOf,
  isStillWanted,
  keepArtifacts,
  noteDrawn,
  numbered,
  openSiteAt,
  partsFor,
  refreshSharers,
  releasesIn,
  writeRelease,
  type LiveSite,
  type PublicationDoc,
  type PublicationFinding,
  type RouteDoc,
  type SiteDoc,
} from '@shuxiang/subgraph-sites/publishing'
import { answersTo, readAnswers, writtenAnswers } from './answers.ts'
import type { PublishPorts, Step } from './ports.ts'

export interface ReleaseWish {
  readonly publication: PublicationDoc
  /** `refresh`: its documents are live already, and are drawn with new answers. */
  readonly why: 'publish' | 'refresh'
  /** What records and drawing are now, in a word. */
  readonly mark: string
  /** Answers may still be those of before a change: then it is drawn once more. */
  readonly unsettled: boolean
}

export interface ReleaseParts extends Pick<JobParts, 'db' | 'now'> {
  readonly ports: PublishPorts
  readonly signal: AbortSignal
  /** Called after each step. */
  readonly passed?: (step: Step) => Promise<void>
}

export type ReleaseEnd =
  | {
      readonly end: 'live'
      readonly release: number
      readonly stale: readonly string[]
      /** What somebody should look at; nothing that holds it back. */
      readonly findings: readonly PublicationFinding[]
    }
  /** What is served is what would be served. */
  | { readonly end: 'same' }
  | { readonly end: 'refused'; readonly findings: readonly PublicationFinding[] }
  /** Another release became live, or nobody wants this one any more. */
  | { readonly end: 'overtaken' }
  | { readonly end: 'closed' }

/** The gateway answers nothing, and the site would be empty. */
export class GatewayAway extends Error {}

/** Milliseconds after which a site with former answers, or none, is drawn again. */
const staleFor = 60_000

/** Milliseconds after which a change is in every answer: the index takes it in within one second, the gateway lets go of what it keeps within four. */
export const settledAfter = 5_000

/** Errors: `GatewayAway`; those of the store. Nothing that is served has changed then. */
export async function makeRelease(parts: ReleaseParts, wish: ReleaseWish): Promise<ReleaseEnd> {
  const { db, now, ports, signal, passed = async () => {} } = parts
  const { publication, why, mark, unsettled } = wish
  const site = await openSiteAt(db, publication.site)
  if (!site) return { end: 'closed' }
  await passed('taken')

  const at = now()
  const frozen = await inputsOf(parts, publication, at)
  if (!frozen.inputs) return { end: 'refused', findings: frozen.findings }
  const { inputs } = frozen
  const opened = openSiteForPublishing(inputs)
  const { answers, stale, away } = await answersTo(
    { ...ports, site: site._id, requestId: `publish-${publication._id}`, signal },
    opened.queries,
    await formerAnswers(parts, site),
  )
  if (away && !site.live) throw new GatewayAway('The gateway answers none of the questions of a new site.')
  await passed('answered')

  const drawn = drawnOr(opened, answers)
  // The same documents would fail for ever: somebody has to know, and what is served stays.
  if ('fails' in drawn) return { end: 'refused', findings: [cannotBeDrawn(drawn.fails)] }
  await passed('drawn')
  // What is live was let through once: hours and notices on it must not grow old because of a later rule.
  const findings =
    why === 'publish'
      ? [
          ...frozen.findings,
          ...ports.check(inputs, drawn, {
            visiting: await ports.visitingOf(site._id, dayOf(at)),
            files: filesFound(opened.queries, answers),
            codes: codesFound(opened.queries, answers),
            offers: drawn.files.some(({ offers }) => offers.length > 0) ? await ports.offers() : undefined,
          }),
        ]
      : []
  if (findings.some(({ blocking }) => blocking)) return { end: 'refused', findings }
  await passed('checked')

  const after = (ms: number): Date => new Date(at.getTime() + ms)
  // Owed to a change that a publication came upon: its answers may be the former ones, too.
  const owed = why === 'publish' && isSoon(site.live?.redrawAt ?? null, after(settledAfter))
  const again = unsettled || owed ? after(settledAfter) : stale.length > 0 ? after(staleFor) : null
  const redrawAt = soonest(drawn.redrawAt, again)
  const { routes, artifacts, answersHash, wordsHash } = contentOf(drawn, answers)
  const hash = hashOfBytes(canonicalJson(routes.map((route) => ({ ...route }))))
  if (why === 'refresh' && isLive(site) && site.live.hash === hash) {
    await noteDrawn(db, site, { drawnAt: at, redrawAt, mark })
    return { end: 'same' }
  }
  await keepArtifacts(db, artifacts, at)
  await passed('kept')

  const release = await writeRelease(
    db,
    {
      site: site._id,
      publication: publication.number,
      why,
      by: why === 'publish' ? publication.by : null,
      name: why === 'publish' ? publication.name : '',
      at,
      hash,
      routes,
      changed: await changedSince(parts, site, routes),
      answers: answersHash,
      words: wordsHash,
      stale,
      ...(drawn.logo && { logo: drawn.logo }),
    },
    site.live?.release ?? 0,
  )
  await passed('written')
  if (why === 'publish' && !(await isStillWanted(db, publication))) return { end: 'overtaken' }
  const done = await activate(db, release, site.live ?? null, { at, redrawAt, mark })
  if (!done) return { end: 'overtaken' }
  await passed('live')
  if (why === 'publish') await refreshSharers(db, site._id, publication.pages, at)
  return { end: 'live', release: release.number, stale, findings }
}

const isSoon = (due: Date | null, until: Date): boolean => due !== null && due <= until

function drawnOr(
  opened: OpenSite,
  answers: ReadonlyMap<string, unknown>,
): PublishedSite | { readonly fails: string } {
  try {
    return opened.draw(answers)
  } catch (error) {
    return { fails: error instanceof Error ? error.message : String(error) }
  }
}

const cannotBeDrawn = (why: string): PublicationFinding => ({
  ...{ rule: 'drawing', page: null, block: null, blocking: true },
  words: {
    'zh-CN': `网站画不出来，请把这句话告诉技术人员：${why}`,
    en: `The site cannot be drawn. Tell your technicians: ${why}`,
  },
})

const isLive = (site: SiteDoc): site is LiveSite => site.live !== undefined

async function inputsOf(
  { db, ports }: ReleaseParts,
  { site, facts, pages }: PublicationDoc,
  now: Date,
): Promise<{
  /** Null where a finding keeps the site from being drawn at all. */
  readonly inputs: SiteInputs | null
  readonly findings: readonly PublicationFinding[]
}> {
  const texts = await documentsOf(
    db,
    pages.map(({ document }) => document),
  )
  const parsed = new Map<string, PageDoc>()
  const findings: PublicationFinding[] = []
  for (const { path, document } of pages) {
    const page = parsePageText(texts.get(document) ?? '')
    if (page.ok) parsed.set(path, migratePage(page.value))
    else
      findings.push({
        rule: 'document',
        page: path,
        block: null,
        blocking: true,
        words: {
          'zh-CN': '这一页的内容读不出来，请从修订历史恢复。',
          en: `This page cannot be read: ${page.faults[0]?.message ?? ''}`,
        },
      })
  }
  if (findings.length > 0) return { inputs: null, findings }
  const whole = await filled(db, site, parsed)
  const { names, seal, logo, menu, theme, filings } = facts
  const inputs: SiteInputs = {
    code: site,
    facts: { names, seal, theme, menu, ...(logo && { logo }), ...(filings && { filings }) },
    pages: whole.pages,
    origin: await ports.originOf(site),
    portal: ports.portal,
    sheet: ports.sheetOf(theme),
    languages: drawnLanguages(facts.languages),
    signIn: ports.signIn,
    now,
  }
  return { inputs, findings: whole.findings }
}

/** Every page with the parts that other libraries keep in their places, and what is said of those that are not there. */
async function filled(
  db: ReleaseParts['db'],
  site: string,
  pages: ReadonlyMap<string, PageDoc>,
): Promise<{ readonly pages: ReadonlyMap<string, PageDoc>; readonly findings: PublicationFinding[] }> {
  const named = new Map([...pages.values()].flatMap(partsOf).map((one) => [partKey(one), one]))
  if (named.size === 0) return { pages, findings: [] }
  const parts = await partsFor(db, site, [...named.values()])
  const now = new Map([...parts].map(([key, part]) => [key, migratePage(part)]))
  const findings = [...pages].flatMap(([path, page]) =>
    partsOf(page)
      .filter((one) => !now.has(partKey(one)))
      .map((one): PublicationFinding => ({
        ...{ rule: 'shared-part', page: path, block: null, blocking: false },
        words: {
          'zh-CN': `共用内容“${one.path}”现在没有发布，这一处会空着。请改名称，或者请${one.from === 'nation' ? '国家馆' : '省馆'}发布它。`,
          en: `The shared part ${one.path} is not published now, and nothing stands in its place. Change its name, or ask the ${one.from === 'nation' ? 'national' : 'provincial'} library to publish it.`,
        },
      })),
  )
  return { pages: new Map([...pages].map(([path, page]) => [path, withParts(page, now)])), findings }
}

async function formerAnswers({ db }: ReleaseParts, { _id, live }: SiteDoc) {
  if (!live) return new Map<string, unknown>()
  const release = await releasesIn(db).findOne({ _id: numbered(_id, live.release) })
  const text = release && (await artifactText(db, release.answers))
  return text ? readAnswers(text) : new Map<string, unknown>()
}

function contentOf(drawn: PublishedSite, answers: ReadonlyMap<string, unknown>) {
  const files = drawn.files.map((file) => ({ ...file, hash: hashOfBytes(file.text) }))
  const others = [writtenAnswers(answers), JSON.stringify(drawn.words)].map((text) => ({
    text,
    hash: hashOfBytes(text),
  }))
  return {
    routes: files.map(({ path, language, type, hash, parameters, offers, filledByDevice }): RouteDoc => ({
      path,
      language,
      type,
      artifact: hash,
      parameters,
      // Absent on all others: what serves the same has the same hash as before.
      ...((offers.length > 0 || filledByDevice) && { perRequest: true }),
    })),
    artifacts: [...files, ...others],
    answersHash: others[0]?.hash ?? '',
    wordsHash: others[1]?.hash ?? '',
  }
}

/** Paths of pages that are other than in the release that is live. */
async function changedSince(
  { db }: ReleaseParts,
  { _id, live }: SiteDoc,
  routes: readonly RouteDoc[],
): Promise<readonly string[]> {
  const former = live && (await releasesIn(db).findOne({ _id: numbered(_id, live.release) }))
  const before = new Set(former?.routes.map(({ path, artifact }) => `${artifact} ${path}`))
  const pages = routes.filter(({ path, language }) => language !== null && path.startsWith('/'))
  return [
    ...new Set(
      pages.filter(({ path, artifact }) => !before.has(`${artifact} ${path}`)).map(({ path }) => path),
    ),
  ]
}

function soonest(one: Date | null, other: Date | null): Date | null {
  if (one === null || other === null) return one ?? other
  return one < other ? one : other
}
