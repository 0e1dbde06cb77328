// The practice site: answered on the device, as new when it is asked to be and after a week, and never a word of it to the graph.
import type { Gql } from '@shuxiang/sdk'
import type { Operation } from '@shuxiang/sdk/contract'
import { templates } from '@shuxiang/site-templates'
import { describe, expect, it } from 'vitest'
import { practiceGraph } from './graph.ts'
import { openKeeper } from './keeper.ts'
import { beginPractice, practiceLasts, readPractice, type PracticeState } from './state.ts'

const library = { code: 'n330110', name: '余杭区图书馆' }
const day = 86_400_000

function opened(storage: Map<string, string> | null = new Map()) {
  let now = Date.parse('2026-11-28T01:00:00Z')
  let turn = 0
  const handedOn: string[] = []
  const begin = async (): Promise<PracticeState> =>
    beginPractice(library.code, templates[0].siteOf(library), { now, turn: `t${turn++}`, themes: ['bamboo'] })
  const keeper = openKeeper({
    reader: 'r1',
    begin,
    now: () => now,
    storage: storage && {
      getItem: (key) => storage.get(key) ?? null,
      setItem: (key, value) => void storage.set(key, value),
    },
  })
  const portals: Gql = async ({ name }) => {
    handedOn.push(name)
    return { data: null, errors: [] }
  }
  const graph = practiceGraph({ keeper, now: () => now }, portals)
  const ask = async (name: string, variables: object) => {
    const operation: Operation<never, object> = { id: name, name, text: '' }
    const { data, errors } = await graph(operation, variables)
    return { ...Object(data), reason: errors[0]?.reason }
  }
  const home = async (): Promise<string> =>
    (await ask('EditedSite', { site: 'practice' })).editedSite.pages.find(
      ({ path }: { path: string }) => path === '/',
    ).id
  return { keeper, ask, home, handedOn, wait: (ms: number) => (now += ms) }
}
const title = (words: string) => ({
  id: `op-${words}`,
  op: JSON.stringify({ op: 'setMeta', path: ['title', 'zh-CN'], value: words }),
})

describe('a page of it', () => {
  it('takes edits once, keeps what was before, and goes back to it', async () => {
    const { ask, home } = opened()
    const page = await home()
    const edit = { page, baseRev: 1, ops: [title('试试看')], looked: [] }
    const saved = (await ask('SavePage', edit)).savePage.page
    expect([saved.rev, saved.state]).toEqual([2, 'CHANGED'])
    expect((await ask('SavePage', edit)).savePage.page.rev).toBe(2)
    expect(JSON.parse((await ask('EditedPage', { page })).editedPage.document).meta.title['zh-CN']).toBe(
      '试试看',
    )
    const { revisions } = (await ask('PageRevisions', { page, before: null })).editedPage
    expect(revisions.map(({ rev }: { rev: number }) => rev)).toEqual([2, 1])
    expect((await ask('RestoreRevision', { page, rev: 1 })).restoreRevision.rev).toBe(3)
    expect(JSON.parse((await ask('EditedPage', { page })).editedPage.document).meta.title['zh-CN']).not.toBe(
      '试试看',
    )
  })

  it('tells which translations are out of date, until somebody says that they are right', async () => {
    const { ask, home } = opened()
    const page = await home()
    const english = { op: 'setMeta', path: ['title', 'en'], value: 'Try it' }
    const write = (baseRev: number, ...ops: object[]) => ask('SavePage', { page, baseRev, ops, looked: [] })
    await write(1, title('试试看'), { id: 'op-en', op: JSON.stringify(english) })
    const { outdated } = (await write(2, title('再试试'))).savePage.page
    expect(outdated).toMatchObject([{ block: null, language: 'en', rev: 3, was: '"试试看"' }])
    const left = async () => {
      const { pages } = (await ask('TranslationsLeft', { site: 'practice' })).editedSite
      return pages.find(({ id }: { id: string }) => id === page).translations[0].outdated
    }
    expect(await left()).toBe(1)
    const kept = await ask('KeepTranslations', { page, outdated: [outdated[0].id] })
    expect(kept.keepTranslations.outdated).toEqual([])
    expect(await left()).toBe(0)
  })

  it('refuses what is no edit, and no page', async () => {
    const { ask, home } = opened()
    const page = await home()
    for (const op of ['{', '{"op":"remove","id":"none"}', '{"op":"eval"}'])
      expect((await ask('SavePage', { page, baseRev: 1, ops: [{ id: 'x', op }], looked: [] })).reason).toBe(
        'op-refused',
      )
    expect((await ask('SavePage', { page: 'practice:none', ops: [] })).reason).toBe('no-page')
  })

  it('is made, renamed, taken away and brought back', async () => {
    const { ask } = opened()
    const words = [{ language: 'zh-CN', text: '读者须知' }]
    const make = (path: string, key: string) =>
      ask('CreatePage', { site: 'practice', key, path, title: words, copyOf: null })
    const { id } = (await make('/须知', 'k1')).createPage
    expect((await make('/须知', 'k2')).reason).toBe('path-taken')
    expect((await make('javascript:1', 'k3')).reason).toBe('path')
    expect((await ask('RenamePage', { page: id, path: '/读者' })).renamePage.path).toBe('/读者')
    await ask('RemovePage', { page: id })
    const { editedSite } = await ask('EditedSite', { site: 'practice' })
    expect(editedSite.removed.map((page: { path: string }) => page.path)).toEqual(['/读者'])
    await ask('RestorePage', { page: id, path: null })
    expect((await ask('EditedPage', { page: id })).editedPage.state).toBe('NEW')
  })
})

it('its settings change, and only to themes that there are', async () => {
  const { ask } = opened()
  const change = {
    seal: '试',
    names: null,
    theme: 'bamboo',
    menu: null,
    languages: null,
    filings: null,
    reviewSteps: null,
  }
  expect((await ask('ChangeSite', { site: 'practice', baseRev: 0, change })).changeSite.rev).toBe(1)
  const { editedSite } = await ask('EditedSite', { site: 'practice' })
  expect([editedSite.seal, editedSite.theme, editedSite.names[0].text]).toEqual([
    '试',
    'bamboo',
    library.name,
  ])
  expect((await ask('ChangeSite', { site: 'practice', baseRev: 1, change: { theme: 'x' } })).reason).toBe(
    'practice',
  )
})

describe('the graph of the portal', () => {
  it.each([
    ['PublishSite', { site: 'practice', seen: null }],
    ['Publications', { site: 'practice' }],
    ['ChoosableFiles', { library: 'practice', search: '', kind: null }],
    ['AnythingNew', { page: 'practice:t0-0' }],
  ])('hears nothing of %s', async (name, variables) => {
    const { ask, handedOn } = opened()
    expect((await ask(name, variables)).reason).toBe('practice')
    expect(handedOn).toEqual([])
  })
  it('is asked what is none of the practice', async () => {
    const { ask, handedOn } = opened()
    await ask('StartLibrary', { library: 'n33' })
    expect(handedOn).toEqual(['StartLibrary'])
  })
})

describe('it is as new', () => {
  it('when it is asked to be, with other pages than before, so that nothing of the last time is taken up', async () => {
    const { ask, home, keeper } = opened()
    const before = await home()
    await ask('SavePage', { page: before, baseRev: 1, ops: [title('试')], looked: [] })
    await keeper.startOver()
    expect(await home()).not.toBe(before)
    expect((await ask('EditedPage', { page: before })).editedPage).toBeNull()
  })
  it('after a week, and not before', async () => {
    const { home, wait } = opened()
    const first = await home()
    wait(practiceLasts - day)
    expect(await home()).toBe(first)
    wait(day)
    expect(await home()).not.toBe(first)
  })
  it('for whoever else practises on this device, and where what was kept is none', async () => {
    const storage = new Map<string, string>()
    await opened(storage).home()
    expect([...storage.keys()]).toEqual(['shuxiang.editor.practice r1'])
    for (const text of [
      '',
      '{',
      '{}',
      '{"began":1,"library":"n33","settings":{"theme":"x"},"themes":[],"pages":[{}],"removed":[]}',
    ])
      expect(readPractice(text)).toBeNull()
  })
})

it('where the device keeps nothing it lasts as long as the page', async () => {
  const { ask, home } = opened(null)
  const page = await home()
  await ask('SavePage', { page, baseRev: 1, ops: [title('试')], looked: [] })
  expect((await ask('EditedPage', { page })).editedPage.rev).toBe(2)
})
