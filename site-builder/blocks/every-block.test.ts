/** What holds for every block of the registry, in each of its states. A new block is covered without being named. */
import { readdirSync } from 'node:fs'
import { parsePage } from '@shuxiang/site-model'
import type { Words } from '@shuxiang/vocabulary'
import { expect, test } from 'vitest'
import { fits } from './answers/fits.ts'
import type { Fields } from './fields/declaration.ts'
import { blockFaults } from './faults.ts'
import { openPage } from './page.ts'
import { poolFound } from './pool/pool-found.ts'
import { bindBlock, blockTypes, migratePage } from './registry.ts'
import { attributeOf, elementsOf } from './testing/allowed.ts'
import { everyBlock } from './testing/every-block.ts'
import { answersOfState, drawn, pageOf, pageOfState, statesOf } from './testing/fixture.ts'
import { context } from './testing/pages.ts'

const states = everyBlock.flatMap(({ type, fixtures }) =>
  Object.entries(statesOf(fixtures)).map(([name, state]) => ({ type, name: `${type.type} ${name}`, state })),
)

test('every folder with a block is in the registry, by its own name', () => {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .filter(({ name }) => readdirSync(`${import.meta.dirname}/${name}`).includes('block.ts'))
  expect(blockTypes.map(({ type }) => type).sort()).toEqual(folders.map(({ name }) => name).sort())
})

function* wordsIn(fields: Fields): Iterable<Words> {
  for (const field of Object.values(fields)) {
    yield field.label
    if (field.help) yield field.help
    if (field.kind === 'choice') yield* Object.values(field.options)
    if (field.kind === 'list') {
      yield field.each
      yield* wordsIn(field.of)
    }
  }
}

test.each(everyBlock)('$type.type is plain data with words in both languages', ({ type }) => {
  expect(JSON.parse(JSON.stringify(type.fields))).toEqual(type.fields)
  for (const words of [type.label, type.about, ...wordsIn(type.fields)]) {
    expect(words['zh-CN']).toMatch(/\p{Script=Han}/u)
    expect(words.en).toMatch(/^[\x20-\x7e…“”’]+$/)
  }
})

/** Names of fields without help. Slots are filled in the outline, where the blocks that may stand there tell what they are. */
function* helpless(fields: Fields, above = ''): Iterable<string> {
  for (const [name, field] of Object.entries(fields)) {
    if (field.kind !== 'slot' && !field.help) yield `${above}${name}`
    if (field.kind === 'list') yield* helpless(field.of, `${name}.`)
  }
}

test.each(everyBlock)('every field of $type.type has a word of help', ({ type }) => {
  expect([...helpless(type.fields)]).toEqual([])
})

test.each(everyBlock)('a new $type.type can be drawn at once', ({ type }) => {
  expect(type.bind(type.defaults())).toMatchObject({ ok: true })
  const doc = pageOfState(type, { fields: type.defaults() })
  expect(parsePage(JSON.parse(JSON.stringify(doc)))).toMatchObject({ ok: true })
  expect(openPage(doc, context).render(new Map())).not.toMatch(/undefined|\[object|NaN/)
})

test.each(states)('$name is sound, its answers fit, and it is drawn twice the same', ({ type, state }) => {
  const doc = pageOfState(type, state)
  expect(parsePage(JSON.parse(JSON.stringify(doc)))).toEqual({ ok: true, value: doc })
  expect(blockFaults(doc).filter(({ words }) => !words.en.endsWith('is not filled in.'))).toEqual([])
  for (const { operation, data } of state.answers ?? [])
    expect(fits(operation, data({})), operation.name).toBe(true)
  const once = drawn(type, state)
  expect(once).not.toMatch(/undefined|\bnull\b|\[object|NaN/)
  expect(drawn(type, state)).toBe(once)
})

test.each(states)('$name has headings in order, and ids once', ({ type, state }) => {
  for (const locale of ['zh-CN', 'en'] as const) {
    const elements = elementsOf(drawn(type, state, locale))
    const levels = elements.flatMap(({ tagName }) => /^h([1-6])$/.exec(tagName)?.[1] ?? []).map(Number)
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    expect(levels.filter((level, n) => level > (levels[n - 1] ?? 0) + 1)).toEqual([])
    const ids = elements.flatMap((element) => attributeOf(element, 'id') ?? [])
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(id).toMatch(/^b\d+(-|$)/)
    for (const element of elements)
      for (const name of ['aria-labelledby', 'for']) {
        const named = attributeOf(element, name)
        if (named !== undefined) expect(ids).toContain(named)
      }
    for (const { tagName, ...element } of elements)
      if (tagName === 'a' || tagName === 'button')
        expect(JSON.stringify(element.attrs)).not.toContain('"href","value":"#"')
  }
})

test.each(everyBlock)(
  '$type.type without an answer stands as if the graph were away',
  ({ type, fixtures }) => {
    const { many } = fixtures
    const doc = pageOfState(type, many)
    const wrong = new Map(
      openPage(doc, context).queries.map(({ key }) => [key, { search: 7, regions: [{}] }]),
    )
    const at = { ...context, parameters: many.parameters ?? {} }
    expect(openPage(doc, at).render(wrong)).toBe(openPage(doc, at).render(new Map()))
  },
)

test.each(everyBlock)('$type.type says its words for search', ({ type, fixtures }) => {
  const text = openPage(pageOfState(type, fixtures.many), context).text()
  expect(text.trim()).not.toBe('')
  expect(text).not.toMatch(/[<>]/)
})

test.each(everyBlock)('$type.type carries every former version over', ({ type, fixtures }) => {
  const former = fixtures.former ?? []
  for (let v = 1; v < type.v; v++)
    expect(
      former.some((one) => one.v === v),
      `version ${v}`,
    ).toBe(true)
  for (const { v, fields, becomes } of former) {
    expect(type.migrate(fields, v)).toEqual(becomes)
    expect(bindBlock({ type: type.type, v, fields, slots: {} })).toMatchObject({ ok: true })
    // What was never of that version is refused, not thrown about.
    for (const odd of [{}, { title: null }, { source: [] }, { source: { from: 'picked', ids: 'x' } }])
      expect(() => bindBlock({ type: type.type, v, fields: odd, slots: {} })).not.toThrow()
  }
})

test.each(everyBlock)('a newer $type.type is kept untouched and drawn as nothing', ({ type, fixtures }) => {
  const doc = pageOfState(type, fixtures.many)
  const block = doc.blocks.b0
  if (!block) throw new Error('no block')
  const newer = { ...doc, blocks: { b0: { ...block, v: type.v + 1, slots: {} } } }
  expect(migratePage(newer)).toEqual(newer)
  expect(openPage(newer, context).render(new Map())).toBe(openPage(pageOf([]), context).render(new Map()))
  expect(blockFaults(newer).map(({ path }) => path)).toEqual(['blocks.b0'])
})

test('every operation that is catalogued is asked by some state of some block, or by who proposes shelves', async () => {
  const asked = states.flatMap(({ type, state }) => {
    const doc = pageOfState(type, state)
    const at = { ...context, parameters: state.parameters ?? {} }
    void answersOfState(doc, state, at)
    return openPage(doc, at).queries.map(({ operation }) => operation)
  })
  const catalogued = Object.keys(await import('./operations.generated.ts'))
  expect([...new Set([...asked, poolFound().query.operation])].sort()).toEqual(catalogued.sort())
})
