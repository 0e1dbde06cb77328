// The job that judges sites: each once a day, some at a time, so that it may end and go on at any point.
import type { DeadLinks } from '@shuxiang/site-checks/dead-links'
import type { Job, JobParts } from '@shuxiang/subgraph-kit/module'
import {
  deadOf,
  dueSites,
  enrolSites,
  keepHealth,
  keepLinks,
  latestChange,
  linksToAsk,
  lookFailed,
  postponeLook,
  type HealthDoc,
} from '@shuxiang/subgraph-sites/health'
import { openSiteAt } from '@shuxiang/subgraph-sites/publishing'
import type { Db } from 'mongodb'
import { judge } from './judge.ts'
import type { LibraryFacts } from './library-facts.ts'
import { outwardLinks, type OutwardLink } from './outward-links.ts'
import { servedSite, type ServedSite } from './published.ts'

export interface HealthPorts {
  readonly libraryFacts: (db: Db, library: string, now: Date) => Promise<LibraryFacts>
  /** Asks other sites whether they answer. */
  readonly deadLinks: (addresses: readonly string[], signal: AbortSignal) => Promise<DeadLinks>
}

/** Milliseconds from one run to the next. */
const every = 60_000
/** Sites of one run: the nation's are looked at within hours. */
export const sitesOfRun = 25
/** Milliseconds for which other sites are asked in one run. */
const askingFor = 120_000
/** Milliseconds between two looks for sites that are new or closed. */
const enrolEvery = 10 * 60_000
/** Milliseconds within which a new site is published for the first time: before that nothing is said of it. */
const publishedWithin = 60 * 60_000

interface Opened {
  readonly doc: HealthDoc
  readonly served: ServedSite | null
  readonly links: readonly OutwardLink[]
}

export function healthJob({ libraryFacts, deadLinks }: HealthPorts): Job {
  let enrolledAt = 0
  return {
    name: 'site-health',
    every,
    async run(parts, signal) {
      const { db, now, log } = parts
      if (now().getTime() - enrolledAt >= enrolEvery) {
        await enrolSites(db, now(), signal)
        enrolledAt = now().getTime()
      }
      const due = await dueSites(db, now(), sitesOfRun)
      const opened: Opened[] = []
      for (const doc of due) {
        if (signal.aborted) return
        const one = await open(parts, doc)
        if (one) opened.push(one)
      }
      await askLinks(parts, opened, signal)
      let judged = 0
      for (const { doc, served, links } of opened) {
        if (signal.aborted) return
        try {
          const known = await deadOf(
            db,
            links.map(({ address }) => address),
          )
          const faults = judge({
            served,
            library: await libraryFacts(db, doc._id, now()),
            changedAt: await latestChange(db, doc._id),
            dead: links.filter(({ address }) => known.has(address)),
            now: now(),
          })
          await keepHealth(db, doc, faults, now())
          judged++
        } catch (error) {
          await failed(parts, doc, error)
        }
      }
      if (judged > 0) log.info({ judged }, 'sites judged')
    },
  }

  async function askLinks(
    { db, now }: JobParts,
    opened: readonly Opened[],
    signal: AbortSignal,
  ): Promise<void> {
    const all = [...new Set(opened.flatMap(({ links }) => links.map(({ address }) => address)))]
    const wanted = await linksToAsk(db, all, now())
    if (wanted.length === 0) return
    const ending = AbortSignal.any([signal, AbortSignal.timeout(askingFor)])
    const { dead, answered } = await deadLinks(wanted, ending)
    await keepLinks(db, { alive: answered, dead: dead.map(({ address }) => address) }, now())
  }
}

/** Null: there was nothing to open, which is noted, or the site is too new to be judged. */
async function open(parts: JobParts, doc: HealthDoc): Promise<Opened | null> {
  const { db, now, publicOrigin } = parts
  try {
    const site = await openSiteAt(db, doc._id)
    if (!site) throw new Error(`The site ${doc._id} was closed.`)
    const { live, openedAt } = site
    const until = new Date(openedAt.getTime() + publishedWithin)
    if (!live && now() < until) {
      await postponeLook(db, doc, until)
      return null
    }
    const served = live ? await servedSite(db, { ...site, live }) : null
    const links = served ? outwardLinks(served) : []
    return { doc, served, links: links.filter(({ address }) => originOf(address) !== publicOrigin) }
  } catch (error) {
    await failed(parts, doc, error)
    return null
  }
}

const originOf = (address: string): string | undefined => URL.parse(address)?.origin

async function failed({ db, now, log }: JobParts, doc: HealthDoc, error: unknown): Promise<void> {
  log.warn({ site: doc._id, err: error }, 'a site could not be judged; what is known of it stays')
  await lookFailed(db, doc, now())
}
