/// <reference lib="dom" />
/**
 * Several editors at one page, on a few devices, and between them and the store a network that loses, delays and repeats. What
 * they press, what saves it and what stores it are the product's own; of it only the database, the device and the clock are not.
 * Whoever plays says what happens next; `settle` lets everything come through, and `lost` tells what is nowhere.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { mock } from 'node:test'
import { person, testNow } from '../../../graphql-gateway/permissions/fixture.ts'
import { GqlUnavailable, type Gql, type GqlResult, type Operation } from '@shuxiang/sdk/contract'
import { draftFaults, migratePage, pageTexts } from '@shuxiang/site-blocks'
import { canonicalJson, parsePageText, type Op, type PageDoc } from '@shuxiang/site-model'
import { createExecutor } from '../../../graphql-gateway/subgraph-kit/index.ts'
import { memoryAudit, testContext } from '../../../graphql-gateway/subgraph-kit/testing.ts'
import { createPinia } from 'pinia'
import { plainEditing } from '../../../graphql-gateway/subgraphs/sites/editing/testing/page-rules.ts'
import { fewDocuments } from '../../../graphql-gateway/subgraphs/sites/editing/testing/few-documents.ts'
import { revisionsIn } from '../../../graphql-gateway/subgraphs/sites/editing/documents.ts'
import { sitePagesIn, sitesIn } from '../../../graphql-gateway/subgraphs/sites/store/documents.ts'
import { createSites } from '../../../graphql-gateway/subgraphs/sites/subgraph.ts'
import { useDraft } from '../desk/draft-store.ts'
import type { Draft } from '../draft/draft.ts'
import type { Journal } from '../saving/journal.ts'
import type { Locks } from '../saving/place.ts'
import { savingTimes } from '../saving/saving.ts'

const pageRules = { migrate: migratePage, faults: draftFaults, texts: pageTexts }
const execute = createExecutor(createSites({ sitesOrigin: null, ...plainEditing, pageRules }))
const id = 'n33:/'
const begun = new Date(testNow * 1000)

const quotation = (text: string) => ({
  ...{ type: 'quotation', v: 1, slots: {} },
  fields: { text: { 'zh-CN': text } },
})
const section = (body: readonly string[]) => ({
  ...{ type: 'section', v: 1, fields: { ground: 'paper' } },
  slots: { body: [...body] },
})
const firstPage = canonicalJson({
  ...{ schema: 1, meta: { title: { 'zh-CN': '首页' } }, root: ['a', 's', 'b', 't'] },
  blocks: {
    ...{ a: quotation('甲'), b: quotation('乙'), c: quotation('丙') },
    ...{ s: section(['c']), t: section([]) },
  },
})

/** What is kept on a device outlives its tabs. */
interface Device {
  readonly kept: Map<string, string>
  readonly locks: Locks & { readonly held: Map<string, Tab> }
}

interface Tab {
  readonly editor: number
  readonly desk: ReturnType<typeof useDraft>
  open: boolean
}

interface Request {
  readonly tab: Tab
  /** Document of the operation. */
  readonly text: string
  readonly variables: Readonly<Record<string, unknown>>
  answer: GqlResult<unknown> | null
  resolve(answer: GqlResult<unknown>): void
  reject(error: Error): void
}

/** A tab reads the locks of the browser that it is in. */
const inTab = new AsyncLocalStorage<Tab>()
const deviceOf = new WeakMap<Tab, Device>()

/** Everything that is due by itself has happened, but for what waits for the clock or the network. */
const calm = (): Promise<void> => new Promise((resolve) => setImmediate(() => setImmediate(resolve)))

/** Stops the clock of this process and gives its tabs locks, until the function that comes of it is called. */
export function stopClock(): () => void {
  mock.timers.enable({ apis: ['setTimeout', 'Date'], now: begun })
  const before = Object.getOwnPropertyDescriptor(navigator, 'locks')
  Object.defineProperty(navigator, 'locks', {
    configurable: true,
    get: () => {
      const tab = inTab.getStore()
      return tab && deviceOf.get(tab)?.locks
    },
  })
  return () => {
    mock.timers.reset()
    if (before) Object.defineProperty(navigator, 'locks', before)
    else Reflect.deleteProperty(navigator, 'locks')
  }
}

function newDevice(): Device {
  const held = new Map<string, Tab>()
  return {
    kept: new Map(),
    locks: {
      held,
      async request(name, _options, run) {
        const tab = inTab.getStore()
        if (held.has(name) || !tab) return run(null)
        held.set(name, tab)
        await run({})
        if (held.get(name) === tab) held.delete(name)
      },
    },
  }
}

const textPattern = /w\d+\./g
const textsIn = (value: unknown): ReadonlySet<string> =>
  new Set(JSON.stringify(value ?? null).match(textPattern))

export async function severalEditors(editors: number) {
  const db = fewDocuments()
  await sitesIn(db).insertOne({
    ...{ _id: 'n33', state: 'live', names: { 'zh-CN': '图书馆' }, seal: '图书', theme: 'national' },
    ...{ menu: [], template: 'county', openedAt: begun },
  })
  await sitePagesIn(db).insertOne({
    ...{ _id: id, site: 'n33', path: '/', rev: 1, document: firstPage, updatedAt: begun },
  })
  const audit = memoryAudit()
  const people = Array.from({ length: editors }, (_, n) =>
    person({
      subject: `editor${n}`,
      username: `n33/editor${n}`,
      memberships: [{ library: 'n33', role: 'editor', expires: null }],
    }),
  )
  const devices = people.map(newDevice)
  const tabs: (Tab | null)[] = people.map(() => null)
  const offline = new Set<number>()
  let onTheWay: Request[] = []
  const sentBefore: Request[] = []
  /** When each text was typed, and in which tab. */
  const typed = new Map<string, { readonly at: number; readonly tab: Tab }>()
  /** Texts that somebody took away who saw them. */
  const takenAway = new Set<string>()
  /** Texts that went with a tab, before the device had to have them. */
  const tooYoung = new Set<string>()
  let drawn = 0

  async function ask(editor: number, text: string, variables: Readonly<Record<string, unknown>>) {
    const principal = people[editor] ?? people[0]
    if (!principal) throw new Error('nobody edits')
    // The clock of the store stands, so that nobody's sign-in ends.
    return execute(text, { ...variables }, testContext(db, { principal, audit, now: () => begun.getTime() }))
  }

  /** As the gateway answers. */
  async function asked({ tab, text, variables }: Request): Promise<GqlResult<unknown>> {
    const { data = null, errors = [] } = await ask(tab.editor, text, variables)
    const told = errors.map(({ message, extensions }) => ({
      ...{ message, path: [], code: String(extensions['code'] ?? 'INTERNAL') },
      ...(extensions['reason'] === undefined ? {} : { reason: String(extensions['reason']) }),
    }))
    const unexpected = told.find(({ code }) => code !== 'BAD_USER_INPUT')
    if (unexpected) throw new Error(unexpected.message)
    return { data: told.length > 0 ? null : data, errors: told }
  }

  function gqlOf(tab: Tab): Gql {
    return <Data, Variables>({ text }: Operation<Data, Variables>, variables: Variables) =>
      new Promise<GqlResult<Data>>((resolve, reject) => {
        // To a tab that is gone nothing comes back.
        if (!tab.open) return
        if (offline.has(tab.editor)) return reject(new GqlUnavailable('offline', true))
        const request: Request = {
          ...{
            tab,
            text,
            answer: null,
            reject,
            variables: Object.fromEntries(Object.entries(variables ?? {})),
          },
          // What an answer holds is said by the document that asks.
          resolve: ({ data, errors }) => resolve({ data: data as Data | null, errors }),
        }
        onTheWay.push(request)
        sentBefore.push(request)
      })
  }

  function journalOf(tab: Tab, { kept }: Device): Journal {
    const never = new Promise<never>(() => {})
    return {
      async read(key) {
        const text = kept.get(key)
        return tab.open ? (text === undefined ? null : (JSON.parse(text) as Draft)) : never
      },
      async write(key, draft) {
        if (!tab.open) return never
        kept.set(key, JSON.stringify(draft))
      },
    }
  }

  const deviceAt = (editor: number): Device => {
    // Of more than two, the second is another tab in the first one's browser.
    const device = devices[editors > 2 && editor === 1 ? 0 : editor]
    if (!device) throw new Error(`there is no editor ${editor}`)
    return device
  }

  async function open(editor: number): Promise<void> {
    // Who was told that the store is away loads the page again.
    if (tabs[editor]?.desk.trouble) await kill(editor)
    if (tabs[editor]) return
    const tab: Tab = { editor, desk: useDraft(createPinia()), open: true }
    const device = deviceAt(editor)
    deviceOf.set(tab, device)
    tabs[editor] = tab
    inTab.run(tab, () => {
      void tab.desk.open(id, { gql: gqlOf(tab), journal: journalOf(tab, device) })
    })
    await calm()
  }

  /** Nothing of the tab goes on: neither timers, nor answers, nor writing to the device. */
  async function kill(editor: number): Promise<void> {
    const tab = tabs[editor]
    if (!tab) return
    tab.open = false
    tabs[editor] = null
    onTheWay = onTheWay.filter((request) => request.tab !== tab)
    const { locks, kept } = deviceAt(editor)
    for (const [name, holder] of locks.held) if (holder === tab) locks.held.delete(name)
    const onDevice = textsIn([...kept.values()])
    for (const [text, { at, tab: by }] of typed)
      if (by === tab && Date.now() - at < savingTimes.device && !onDevice.has(text)) tooYoung.add(text)
    await calm()
  }

  /** Does something on the desk; what was seen there and is gone was taken away by who saw it. */
  function press(editor: number, does: (desk: Tab['desk'], doc: PageDoc) => void): void {
    const tab = tabs[editor]
    const doc = tab?.desk.doc
    if (!tab || !doc) return
    const seen = textsIn(doc)
    inTab.run(tab, () => does(tab.desk, doc))
    const now = textsIn(tab.desk.doc)
    for (const text of seen) if (!now.has(text)) takenAway.add(text)
    for (const text of now) if (!typed.has(text)) typed.set(text, { at: Date.now(), tab })
  }

  async function arrive(request: Request | undefined): Promise<void> {
    if (!request || request.answer) return
    request.answer = await asked(request)
  }

  async function answer(request: Request | undefined): Promise<void> {
    if (!request?.answer) return
    onTheWay = onTheWay.filter((one) => one !== request)
    request.resolve(request.answer)
    await calm()
  }

  async function restore(editor: number, nth: number): Promise<void> {
    const revisions = await revisionsIn(db).find({ page: id }).toArray()
    const rev = revisions[nth % Math.max(1, revisions.length)]?.rev
    if (rev === undefined) return
    const before = textsIn(await storedText())
    await ask(editor, 'mutation($page: ID!, $rev: Int!) { restoreRevision(page: $page, rev: $rev) { id } }', {
      page: id,
      rev,
    })
    // It is among the revisions, from where somebody has just taken another.
    const now = textsIn(await storedText())
    for (const text of before) if (!now.has(text)) takenAway.add(text)
  }

  async function storedPage() {
    const page = await sitePagesIn(db).findOne({ _id: id })
    if (!page) throw new Error('the page is gone')
    return page
  }
  const storedText = async (): Promise<string> => (await storedPage()).document

  /** Somebody looks at what clashes and leaves it at what stands. */
  async function look(editor: number): Promise<void> {
    const tab = tabs[editor]
    const [clash] = tab?.desk.clashes ?? []
    if (!tab || !clash) return
    for (const text of textsIn(clash)) takenAway.add(text)
    inTab.run(tab, () => void tab.desk.looked(clash.id))
    await calm()
  }

  /** Somebody reads what did not fit. */
  function readUnfit(editor: number): void {
    const tab = tabs[editor]
    for (const text of textsIn(tab?.desk.draft?.unfit)) takenAway.add(text)
    if (tab) inTab.run(tab, () => tab.desk.seen())
  }

  async function pass(time: number): Promise<void> {
    mock.timers.tick(time)
    await calm()
  }

  async function comeThrough(): Promise<void> {
    for (const request of [...onTheWay]) {
      await arrive(request)
      await answer(request)
    }
  }

  /** All are back, and nothing is lost on the way any more. Errors: `Error` where it comes to no end. */
  async function settle(): Promise<void> {
    offline.clear()
    // A tab that stays gone: the next one at its device has to find what it left.
    const goneForGood = editors > 2 && !tabs[1] ? 1 : null
    if (goneForGood !== null) await kill(0)
    for (let round = 0; round < 80; round++) {
      await comeThrough()
      for (const editor of tabs.keys()) if (editor !== goneForGood) await open(editor)
      for (const [editor, tab] of tabs.entries()) if (tab?.desk.state === 'refused') await look(editor)
      await pass(savingTimes.longestAgain)
      const alive = tabs.filter((tab) => tab !== null)
      if (onTheWay.length > 0 || alive.some(({ desk }) => desk.state !== 'saved')) continue
      for (const tab of alive) inTab.run(tab, () => void tab.desk.renew())
      await calm()
      await comeThrough()
      const rev = (await storedPage()).rev
      if (onTheWay.length === 0 && alive.every(({ desk }) => desk.draft?.rev === rev)) return
    }
    throw new Error(`it comes to no end: ${tabs.map((tab) => tab?.desk.state).join()}`)
  }

  /** Texts that are neither on the page nor on a card, though nobody who saw them took them away. */
  async function lost(): Promise<string[]> {
    const { document, clashes } = await storedPage()
    const there = textsIn([document, clashes, tabs.map((tab) => tab?.desk.draft?.unfit)])
    return [...typed.keys()].filter((text) => !there.has(text) && !takenAway.has(text) && !tooYoung.has(text))
  }

  return {
    ...{ open, kill, press, arrive, answer, restore, look, readUnfit, pass, settle, lost },
    /** A text that nobody has typed before. */
    newText: (): string => `w${drawn++}.`,
    newBlock: (text: string): Extract<Op, { op: 'insert' }>['blocks'] => ({
      [`n${drawn++}`]: quotation(text),
    }),
    request: (nth: number): Request | undefined => onTheWay[nth % Math.max(1, onTheWay.length)],
    lose(request: Request | undefined): Promise<void> {
      onTheWay = onTheWay.filter((one) => one !== request)
      request?.reject(new GqlUnavailable('lost', true))
      return calm()
    },
    /** Something that was sent before reaches the store once more, late. */
    async repeat(nth: number): Promise<void> {
      const request = sentBefore[nth % Math.max(1, sentBefore.length)]
      if (request) await asked(request)
    },
    part(editor: number): void {
      if (!offline.delete(editor)) offline.add(editor)
    },
    /** What each sees, and what the store has. */
    async pages(): Promise<{ readonly stored: string; readonly seen: readonly string[] }> {
      const parsed = parsePageText(await storedText())
      if (!parsed.ok) throw new Error('what is stored is no page')
      return {
        stored: canonicalJson(parsed.value),
        seen: tabs.flatMap((tab) => (tab ? [canonicalJson(tab.desk.doc)] : [])),
      }
    },
    async clashCount(): Promise<number> {
      return (await storedPage()).clashes?.length ?? 0
    },
    lostWithTabs: () => tooYoung.size,
    typedCount: () => typed.size,
  }
}

export type SeveralEditors = Awaited<ReturnType<typeof severalEditors>>
