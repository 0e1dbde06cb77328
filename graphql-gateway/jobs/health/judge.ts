// What is the matter with a site, from all that is known of it. Pure.
import { answered, check, type Finding } from '@shuxiang/site-checks'
import { dayOf, drawnLanguages } from '@shuxiang/site-publish'
import { siteTheme } from '@shuxiang/themes'
import type { Words } from '@shuxiang/vocabulary'
import type { HealthFault, HealthKind, MendedAt } from '@shuxiang/subgraph-sites/health'
import { emptyShelves } from './empty-shelves.ts'
import type { LibraryFacts } from './library-facts.ts'
import type { OutwardLink } from './outward-links.ts'
import type { ServedSite } from './published.ts'
import { say } from './words.ts'

export interface Known {
  /** Null: it was never published. */
  readonly served: ServedSite | null
  readonly library: LibraryFacts
  /** When somebody last changed or published something; null: never. */
  readonly changedAt: Date | null
  /** Links to other sites that do not answer. */
  readonly dead: readonly OutwardLink[]
  readonly now: Date
}

const day = 24 * 60 * 60_000
/** Days without any work after which a site is stale. */
export const staleAfter = 183

/** What rules of the checks find, by the kind that they are told under; other rules are for whoever publishes. */
const kindOfRule: Readonly<Record<string, HealthKind>> = {
  'opening-hours': 'NO_OPENING_HOURS',
  contact: 'NO_CONTACT',
  complaints: 'NO_COMPLAINTS',
  'filing-number': 'NO_FILING_NUMBER',
  'internal-links': 'BROKEN_LINK',
  'alt-text': 'INACCESSIBLE',
  'heading-order': 'INACCESSIBLE',
  'link-text': 'INACCESSIBLE',
  contrast: 'INACCESSIBLE',
}

const ofSite = (kind: HealthKind, mendedAt: MendedAt, words: Words): HealthFault => ({
  ...{ kind, mendedAt },
  words: { ...words },
  page: null,
  block: null,
})

export function judge(known: Known): readonly HealthFault[] {
  const faults = all(known)
  // A page has the same faults in each of its languages.
  const byWords = new Map(
    faults.map((fault) => [JSON.stringify([fault.kind, fault.page, fault.block, fault.words]), fault]),
  )
  return [...byWords.values()]
}

function all({ served, library, changedAt, dead, now }: Known): readonly HealthFault[] {
  const idle = changedAt === null ? 0 : Math.floor((now.getTime() - changedAt.getTime()) / day)
  return [
    ...(library.staff ? [] : [ofSite('UNOWNED', 'MEMBERS', say.unowned)]),
    ...(idle >= staleAfter ? [ofSite('STALE', 'PAGES', say.stale(idle))] : []),
    ...(served ? ofServed(served, library, now) : [ofSite('UNPUBLISHED', 'PUBLISHING', say.unpublished)]),
    ...dead.map(({ address, name, page, block }): HealthFault => ({
      kind: 'BROKEN_LINK',
      words: { ...say.deadLink(name || address, address) },
      mendedAt: 'PAGES',
      page,
      block,
    })),
  ]
}

function ofServed(served: ServedSite, library: LibraryFacts, now: Date): readonly HealthFault[] {
  const { facts, pages, drawn, answers } = served
  const [main, ...others] = drawnLanguages(facts.languages)
  const { hours, contact } = library
  const found = check({
    facts: {
      names: facts.names,
      menu: facts.menu,
      filings: facts.filings,
      languages: [main, ...others],
      theme: siteTheme(facts.theme),
    },
    ...{ pages, drawn, answered },
    mayAnswerMore: true,
    visiting: { hours, contact, closures: [] },
    today: dayOf(now),
  })
  const empty = [...pages].flatMap(([page, doc]) =>
    emptyShelves(doc, page, answers, now).map((block): HealthFault => ({
      kind: 'EMPTY_SHELF',
      words: { ...say.emptyShelf },
      mendedAt: 'PAGES',
      page,
      block,
    })),
  )
  return [...found.flatMap(told), ...empty]
}

function told({ rule, severity, words, page, block }: Finding): readonly HealthFault[] {
  const kind = Object.hasOwn(kindOfRule, rule) ? kindOfRule[rule] : undefined
  if (!kind) return []
  return [
    {
      kind,
      words: { ...words },
      mendedAt: mendedAt(kind, severity === 'blocks'),
      page,
      block: block ?? null,
    },
  ]
}

/** What blocks is missing on the pages; what warns was not filled in beside them. */
function mendedAt(kind: HealthKind, missingOnPages: boolean): MendedAt {
  if (kind === 'NO_FILING_NUMBER') return 'SETTINGS'
  const filledIn = kind === 'NO_OPENING_HOURS' || kind === 'NO_CONTACT'
  return filledIn && !missingOnPages ? 'VISITING' : 'PAGES'
}
