// What subgraphs take of the process that runs them. Each part is opened when the first subgraph asks for it.
import { join } from 'node:path'
import type { AuditReader } from '@shuxiang/audit/contract'
import { kindsOf } from '@shuxiang/record'
import { draftFaults, migratePage, pageTexts, siteChanges } from '@shuxiang/site-blocks'
import type { SearchEngine } from '@shuxiang/search'
import type { AssetUse } from '@shuxiang/subgraph-assets'
import type { CatalogueSearch } from '@shuxiang/subgraph-catalogue'
import type { ChildCards } from '@shuxiang/subgraph-account'
import type { CardRegistry, StaffAccounts } from '@shuxiang/subgraph-operations'
import { askRefresh, englishLibraryOf, nationalLibraryId } from '@shuxiang/subgraph-sites/content'
import type { Log } from '@shuxiang/subgraph-kit'
import {
  everythingOf,
  type Installed,
  type PersonalKeeper,
  type PersonalValue,
} from '@shuxiang/subgraph-kit/module'
import type { EditingParts, PageRules } from '@shuxiang/subgraph-sites'
import { templateOf, templates } from '@shuxiang/site-templates'
import { siteThemes } from '@shuxiang/themes'
import { facets } from '@shuxiang/vocabulary'
import type { Db } from 'mongodb'
import { cardsOf, type AttachedCard } from './attached-cards.ts'
import { usesOf } from './asset-uses.ts'
import { isSealed } from '@shuxiang/process/letter-seal'
import { newSite } from './first-sites.ts'
import { isLibrary } from './libraries.ts'

/** Parts for `create` of a subgraph. A subgraph takes those that it names, and none is opened that nobody takes. */
export interface RunningParts extends Installed {
  readonly search: () => Promise<CatalogueSearch>
  /** `https://…` of the portal; null where it is not known. */
  readonly origin: string | null
  /** Below it each library has its site, at `<code>.<host>`; null where it is not known. */
  readonly sitesOrigin: string | null
  /** What was recorded; entries are written through the context of a resolver. */
  readonly audit: () => Promise<AuditReader>
  /** Accounts at the identity provider. */
  readonly staffAccounts: StaffAccounts
  readonly cards: CardRegistry & ChildCards
  readonly isLibrary: (code: string) => Promise<boolean>
  /** What a library is called in English. */
  readonly englishLibrary: (code: string, name: string) => string
  /** Whether a letter came through the form of the shell, by the seal of its key. */
  readonly isShells: (library: string, key: string) => boolean
  readonly nationalLibrary: string
  /** Has the pages of a library's site drawn once more. */
  readonly pagesChanged: (library: string, at: Date) => Promise<void>
  /** Pages of a library that name a picture or a file. */
  readonly usesOf: (library: string, asset: string, most: number) => Promise<readonly AssetUse[]>
  /** Whether an account has roles of staff. Rejects when the provider does not answer. */
  readonly isStaff: (subject: string) => Promise<boolean>
  /** What is kept of a person by all subgraphs and by the identity provider. */
  readonly everythingOf: (subject: string) => Promise<Readonly<Record<string, PersonalValue>>>
  /** Where somebody is signed in, and the end of a session, whose tokens are refused from then on. */
  readonly sessions: ProviderSessions
  readonly cardsOf: (subject: string) => Promise<readonly AttachedCard[]>
  readonly accountPages: AccountPages | null
  /** What the blocks of the installation say of pages that are edited. */
  readonly pageRules: PageRules
  /** Names of the themes that a site may have. */
  readonly themes: readonly string[]
  /** Pages that a template gives a library, by path. */
  readonly templatePages: EditingParts['templatePages']
  readonly siteTemplates: EditingParts['siteTemplates']
  readonly newSite: EditingParts['newSite']
  readonly siteChanges: EditingParts['siteChanges']
}

/** Sessions at the identity provider. Questions reject when it does not answer. */
export interface ProviderSessions {
  of(
    subject: string,
  ): Promise<readonly { readonly id: string; readonly startedAt: Date; readonly lastAt: Date }[]>
  end(id: string): Promise<void>
}

/** Addresses of the provider's pages for readers. */
export interface AccountPages {
  readonly account: string
  readonly card: string
  readonly activate: string
}

/** Where the parts come from. */
export interface RunningOptions extends Installed {
  /** Asked when a part needs the store. */
  readonly db: () => Promise<Db>
  /** Folder for everything the product writes; the search index is in it. */
  readonly dataDir: string
  readonly origin: string | null
  readonly sitesOrigin: string | null
  readonly staffAccounts: StaffAccounts
  /** The subgraphs that keep something of people. */
  readonly personal: () => Promise<readonly PersonalKeeper[]>
  /** What the identity provider knows of a person. */
  readonly accounts: {
    facts(subject: string): Promise<PersonalValue>
    isStaff(subject: string): Promise<boolean>
    readonly sessions: ProviderSessions
    /** Null without a provider. */
    readonly pages: AccountPages | null
  }
  readonly cards: CardRegistry & ChildCards
  /** With which the shell seals letters of readers; null or absent: they are taken from everybody. */
  readonly lettersSecret?: string | null
  /** Refuses the tokens of a session at every gateway. */
  readonly refuseSession: (id: string) => Promise<void>
  readonly log: Log
}

export interface Running {
  readonly parts: RunningParts
  /** The engine, when a subgraph of this process has asked for search; null while none has. */
  engine(): SearchEngine | null
  close(): Promise<void>
}

/** Milliseconds between two looks for records that the index does not have yet. */
const feedEvery = 1000

export function openRunning(options: RunningOptions): Running {
  const { db, dataDir, origin, sitesOrigin, staffAccounts, cards, kinds, log } = options
  let opened: Promise<OpenedSearch> | null = null
  let engine: SearchEngine | null = null
  const search = async (): Promise<CatalogueSearch> => {
    opened ??= openSearch({ db: await db(), kinds, log }, join(dataDir, 'search'))
    const { port, engine: own } = await opened
    engine = own
    return port
  }
  const audit = async (): Promise<AuditReader> =>
    (await import('@shuxiang/audit')).openAuditLog(await db(), Date.now)
  return {
    parts: {
      search,
      origin,
      sitesOrigin,
      kinds,
      audit,
      staffAccounts,
      cards,
      isLibrary: async (code) => isLibrary(await db(), code),
      englishLibrary: englishLibraryOf,
      isShells: (library, key) => !options.lettersSecret || isSealed(options.lettersSecret, library, key),
      nationalLibrary: nationalLibraryId,
      pagesChanged: async (library, at) => askRefresh(await db(), [library], at),
      usesOf: async (library, asset, most) =>
        usesOf(await db(), { library, asset, most, national: nationalLibraryId }),
      isStaff: (subject) => options.accounts.isStaff(subject),
      sessions: {
        of: (subject) => options.accounts.sessions.of(subject),
        async end(id) {
          await options.accounts.sessions.end(id)
          // The provider tells the gateway, if it reaches it; this holds whether it does or not.
          await options.refuseSession(id)
        },
      },
      cardsOf: async (subject) => cardsOf(await db(), subject),
      accountPages: options.accounts.pages,
      pageRules: { migrate: migratePage, faults: draftFaults, texts: pageTexts },
      siteChanges,
      siteTemplates: templates,
      newSite,
      themes: siteThemes.map(({ name }) => name),
      templatePages: (id, library) => templateOf(id)?.siteOf(library).pages ?? new Map(),
      everythingOf: async (subject) => ({
        login: await options.accounts.facts(subject),
        ...(await everythingOf(await options.personal(), { db: await db(), now: () => new Date() }, subject)),
      }),
    },
    engine: () => engine,
    close: async () => (await opened)?.close(),
  }
}

interface OpenedSearch {
  readonly port: CatalogueSearch
  readonly engine: SearchEngine
  close(): Promise<void>
}

/** The embedded index belongs to one process: whoever runs the subgraph that searches opens it, and feeds it. */
async function openSearch(
  { db, kinds, log }: Pick<RunningOptions, 'kinds' | 'log'> & { readonly db: Db },
  dir: string,
): Promise<OpenedSearch> {
  const [{ createFeed, highlight, openEmbeddedEngine, parseBox, readingOf }, { fromEngine, recordFeed }] =
    await Promise.all([import('@shuxiang/search'), import('@shuxiang/subgraph-catalogue')])
  const engine = openEmbeddedEngine({ dir, log })
  const ending = new AbortController()
  const feed = createFeed({
    engine,
    source: recordFeed(db, kindsOf(kinds, facets)),
    signal: ending.signal,
    log,
    interval: feedEvery,
  })
  return {
    port: fromEngine(engine, { parseBox, highlight, readingOf }),
    engine,
    async close() {
      ending.abort()
      await feed.done
      await engine.close()
    },
  }
}
