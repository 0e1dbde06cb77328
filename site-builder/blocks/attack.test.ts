/** Whatever stands in a field or comes back from the graph, a block holds only the elements and attributes it should. */
import { parsePage } from '@shuxiang/site-model'
import { expect, test } from 'vitest'
import type { Shape } from './answers/operation.ts'
import type { Answer, BlockType } from './contract.ts'
import { blockFaults } from './faults.ts'
import { openPage } from './page.ts'
import { foreign } from './testing/allowed.ts'
import { everyBlock } from './testing/every-block.ts'
import { answersOfState, pageOfState, statesOf } from './testing/fixture.ts'
import type { BlockState } from './testing/fixture.ts'
import { context } from './testing/pages.ts'
import { payloads } from './testing/payloads.ts'
import { poisonedAnswer, poisonedFields } from './testing/poison.ts'
import { portalHome } from './testing/portal-pages.ts'

const states = everyBlock.flatMap(({ type, fixtures }) =>
  Object.entries(statesOf(fixtures)).map(([name, state]) => ({ type, name: `${type.type} ${name}`, state })),
)

function drawnWith(
  type: BlockType,
  state: BlockState,
  change: (usual: string) => string,
  where: 'fields' | 'answers',
): string {
  const fields = where === 'fields' ? poisonedFields(type.fields, state.fields, change) : state.fields
  const doc = pageOfState(type, { ...state, fields })
  if (where === 'fields') expect(type.bind(fields)).toMatchObject({ ok: true })
  const at = { ...context, parameters: state.parameters ?? {} }
  const poisoned = (given: Answer, { answer }: { readonly answer: Shape }): Answer =>
    where === 'answers' ? poisonedAnswer(given, answer, change) : given
  return openPage(doc, at).render(answersOfState(doc, state, at, poisoned))
}

test.each(states)('$name itself holds only what is allowed', ({ type, state }) => {
  for (const locale of ['zh-CN', 'en'] as const) {
    const at = { ...context, locale, parameters: state.parameters ?? {} }
    const doc = pageOfState(type, state)
    expect(foreign(openPage(doc, at).render(answersOfState(doc, state, at)))).toEqual([])
  }
})

test.each(states)('hostile text in every answer of $name stays text', ({ type, state }) => {
  for (const payload of payloads)
    for (const change of [() => payload, (usual: string) => usual + payload])
      expect(foreign(drawnWith(type, state, change, 'answers')), payload).toEqual([])
})

test.each(states)('hostile text in every field of $name stays text', ({ type, state }) => {
  for (const payload of payloads)
    expect(foreign(drawnWith(type, state, () => payload, 'fields')), payload).toEqual([])
})

test.each(states)('hostile parameters of the address of $name stay text', ({ type, state }) => {
  for (const payload of payloads) {
    const at = {
      ...context,
      parameters: Object.fromEntries(['region', 'after', 'q', 'page'].map((name) => [name, payload])),
    }
    const doc = pageOfState(type, state)
    expect(foreign(openPage(doc, at).render(answersOfState(doc, state, at))), payload).toEqual([])
  }
})

test.each(
  everyBlock.flatMap(({ type, fixtures }) =>
    Object.entries(fixtures.refused ?? {}).map(([name, fields]) => ({
      type,
      name: `${type.type}: ${name}`,
      fields,
    })),
  ),
)('$name is refused and drawn as nothing', ({ type, fields }) => {
  const doc = pageOfState(type, { fields })
  expect(blockFaults(doc)).not.toEqual([])
  const bare = openPage({ ...doc, root: [], blocks: {} }, context).render(new Map())
  expect(openPage(doc, context).render(new Map())).toBe(bare)
})

test('a document with ids of the machinery is refused before it is drawn', () => {
  const text = JSON.stringify(portalHome()).replace('"hero":{', '"__proto__":{')
  expect(parsePage(JSON.parse(text)).ok).toBe(false)
})
