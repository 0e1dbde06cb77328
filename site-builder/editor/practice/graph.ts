/**
 * The graph of the practice site: what the editor asks of a site, answered on the device. What is asked about anything else goes
 * to the portal's graph; nothing of practice ever does, whatever part of the editor asks.
 */
import type { Gql, GqlResult, Operation } from '@shuxiang/sdk'
import { pageTexts } from '@shuxiang/site-blocks'
import { apply, parseOp, textFor, translationCounts, type PageDoc } from '@shuxiang/site-model'
import { byLanguage } from '../desk/site-context.ts'
import { isAddress } from '../site/address.ts'
import type { PracticeKeeper } from './keeper.ts'
import {
  changed,
  mostPracticePages,
  pageOf,
  practiceCode,
  withPage,
  type PracticePage,
  type PracticeState,
} from './state.ts'

interface Place {
  readonly keeper: PracticeKeeper
  readonly now: () => number
}

type Answer = object | Refusal
class Refusal {
  readonly reason: string
  constructor(reason: string) {
    this.reason = reason
  }
}
type Variables = Readonly<Record<string, unknown>>
type Ask = (state: PracticeState, variables: Variables, place: Place) => Answer

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const iso = (now: number): string => new Date(now).toISOString()
const find = (state: PracticeState, id: unknown): PracticePage | undefined =>
  state.pages.find((page) => page.id === id)
const titleOf = ({ meta }: PageDoc) =>
  Object.entries(meta.title).map(([language, words]) => ({ language, text: words }))
const stateOf = ({ rev, liveRev }: PracticePage) =>
  liveRev === null ? 'NEW' : liveRev === rev ? 'PUBLISHED' : 'CHANGED'
const noPage = new Refusal('no-page')

const told = (page: PracticePage) => ({
  ...{ id: page.id, site: practiceCode, path: page.path, rev: page.rev, state: stateOf(page) },
  ...{ document: JSON.stringify(page.doc), changedAt: page.changedAt, changedBy: null, clashes: [] },
  outdated: (page.outdated ?? []).map(({ was, ...mark }) => ({
    ...mark,
    was: was === undefined ? null : JSON.stringify(was),
  })),
})

/** By the name of the operation. */
const asks: Readonly<Record<string, Ask>> = {
  EditedSite: ({ settings, themes, pages, removed }) => ({
    editedSite: {
      ...settings,
      ...{ id: practiceCode, themes, mostPages: mostPracticePages },
      pages: pages.map((page) => ({
        ...{ id: page.id, path: page.path, title: titleOf(page.doc), rev: page.rev, state: stateOf(page) },
        ...{ changedAt: page.changedAt, changedBy: null, clashCount: 0 },
      })),
      removed: removed.map(({ id, path, doc, removedAt }) => ({
        ...{ id, path, title: titleOf(doc), removedAt, removedBy: '' },
      })),
    },
  }),
  EditedPage: (state, { page }) => {
    const found = find(state, page)
    return { editedPage: found ? told(found) : null }
  },
  SavePage: (state, { page, ops }, { keeper, now }) => {
    const found = find(state, page)
    if (!found || !Array.isArray(ops)) return noPage
    let { doc } = found
    const done: string[] = []
    for (const one of ops as readonly { readonly id: string; readonly op: string }[]) {
      if (found.done.includes(one.id)) continue
      const parsed = parseOp(jsonOf(one.op))
      const next = parsed.ok ? apply(doc, parsed.value) : null
      if (!next?.ok) return new Refusal('op-refused')
      doc = next.doc
      done.push(one.id)
    }
    const saved =
      done.length === 0
        ? found
        : changed(found, doc, iso(now()), { done, source: state.settings.languages[0] })
    keeper.write(withPage(state, saved))
    return { savePage: { merged: false, page: told(saved) } }
  },
  KeepTranslations: (state, { page, outdated }, { keeper }) => {
    const found = find(state, page)
    if (!found || !Array.isArray(outdated)) return noPage
    const kept = { ...found, outdated: (found.outdated ?? []).filter(({ id }) => !outdated.includes(id)) }
    keeper.write(withPage(state, kept))
    return { keepTranslations: told(kept) }
  },
  TranslationsLeft: ({ pages, settings }) => ({
    editedSite: {
      pages: pages.map(({ id, doc, outdated = [] }) => ({
        id,
        translations: translationCounts(pageTexts(doc), outdated, settings.languages),
      })),
    },
  }),
  PageRevisions: (state, { page }) => {
    const found = find(state, page)
    if (!found) return noPage
    const revisions = found.revisions
      .toReversed()
      .map(({ rev, at, why }) => ({ ...{ rev, at, why, by: '', label: '' } }))
    return { editedPage: { rev: found.rev, revisions } }
  },
  RestoreRevision: (state, { page, rev }, { keeper, now }) => {
    const found = find(state, page)
    const earlier = found?.revisions.find((one) => one.rev === rev)
    if (!found || !earlier) return noPage
    const restored = changed(found, earlier.doc, iso(now()), {
      why: 'RESTORE',
      source: state.settings.languages[0],
    })
    keeper.write(withPage(state, restored))
    return { restoreRevision: { id: restored.id, rev: restored.rev } }
  },
  CreatePage: (state, { key, path, title, copyOf }, { keeper, now }) => {
    const address = text(path)
    if (!isAddress(address)) return new Refusal('path')
    if (state.pages.some((page) => page.path === address)) return new Refusal('path-taken')
    if (state.pages.length >= mostPracticePages) return new Refusal('too-many-pages')
    const words = byLanguage(Array.isArray(title) ? title : [])
    const from = find(state, copyOf)?.doc
    const doc: PageDoc = from
      ? { ...from, meta: { ...from.meta, title: words } }
      : { schema: 1, meta: { title: words }, root: [], blocks: {} }
    const page = pageOf(`${practiceCode}:${text(key)}`, address, doc, iso(now()), null)
    keeper.write({ ...state, pages: [...state.pages, page] })
    return { createPage: { id: page.id, path: page.path } }
  },
  RenamePage: (state, { page, path }, { keeper }) => {
    const found = find(state, page)
    const address = text(path)
    if (!found) return noPage
    if (!isAddress(address)) return new Refusal('path')
    if (state.pages.some((one) => one.path === address && one.id !== found.id))
      return new Refusal('path-taken')
    keeper.write(withPage(state, { ...found, path: address }))
    return { renamePage: { id: found.id, path: address } }
  },
  RemovePage: (state, { page }, { keeper, now }) => {
    const found = find(state, page)
    if (!found) return noPage
    keeper.write({
      ...state,
      pages: state.pages.filter((one) => one !== found),
      removed: [{ ...found, removedAt: iso(now()) }, ...state.removed].slice(0, mostPracticePages),
    })
    return { removePage: { id: found.id } }
  },
  RestorePage: (state, { page, path }, { keeper }) => {
    const found = state.removed.find((one) => one.id === page)
    if (!found) return noPage
    const { removedAt: _, ...back } = { ...found, path: text(path) || found.path }
    if (state.pages.some((one) => one.path === back.path)) return new Refusal('path-taken')
    keeper.write({
      ...state,
      pages: [...state.pages, back],
      removed: state.removed.filter((one) => one !== found),
    })
    return { restorePage: { id: back.id } }
  },
  ChangeSite: (state, { change }, { keeper }) => {
    const settings = { ...state.settings, ...given(change), rev: state.settings.rev + 1 }
    if (!state.themes.includes(settings.theme) || !textFor(byLanguage(settings.names), 'zh-CN'))
      return new Refusal('practice')
    keeper.write({ ...state, settings })
    return { changeSite: { id: practiceCode, rev: settings.rev } }
  },
}

/** What is not given stays. */
const given = (change: unknown): Partial<PracticeState['settings']> =>
  Object.fromEntries(
    Object.entries(Object(change) as Partial<PracticeState['settings']>).filter(
      ([, value]) => value !== null,
    ),
  )

/** A variable that names the practice site or a page of it. */
const isOfPractice = (variables: unknown): boolean =>
  Object.values(Object(variables) as Variables).some(
    (value) => value === practiceCode || (typeof value === 'string' && value.startsWith(`${practiceCode}:`)),
  )

export function practiceGraph(place: Place, portals: Gql): Gql {
  return async <Data, Asked>(
    operation: Operation<Data, Asked>,
    variables: Asked,
    options?: Parameters<Gql>[2],
  ): Promise<GqlResult<Data>> => {
    if (!isOfPractice(variables)) return portals(operation, variables, options)
    const ask = Object.hasOwn(asks, operation.name) ? asks[operation.name] : undefined
    const answer: unknown = ask
      ? ask(await place.keeper.read(), Object(variables), place)
      : new Refusal(practiceCode)
    if (answer instanceof Refusal)
      return {
        data: null,
        errors: [{ message: '', path: [], code: 'BAD_USER_INPUT', reason: answer.reason }],
      }
    // The operation's generated types describe what its part of `asks` answers.
    return { data: answer as Data, errors: [] }
  }
}

function jsonOf(written: string): unknown {
  try {
    return JSON.parse(written)
  } catch {
    return null
  }
}
