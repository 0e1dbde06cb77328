/** What a block's folder brings for every suite: the states in which it must stand, as data. */
import type { PageDoc } from '@shuxiang/site-model'
import type { Operation } from '../answers/operation.ts'
import type { Answer, BlockType, RenderContext, StoredFields } from '../contract.ts'
import type { Answers } from '../page.ts'
import { openPage } from '../page.ts'
import { blockType } from '../registry.ts'
import { context } from './pages.ts'

/** Answer of the graph to an operation. */
export interface FixtureAnswer {
  readonly operation: Operation<unknown, never>
  readonly data: (variables: Readonly<Record<string, unknown>>) => Answer
}

/** What the graph answers, the same whatever is asked for or by the variables. */
export function answer<Data, Variables>(
  operation: Operation<Data, Variables>,
  data: Data | ((variables: Readonly<Record<string, unknown>>) => Data),
): FixtureAnswer {
  return { operation, data: (variables) => (data instanceof Function ? data(variables) : data) }
}

/** A block with what stands in it. */
export interface NestedBlock {
  readonly type: string
  readonly fields: StoredFields
  readonly slots?: Readonly<Record<string, readonly NestedBlock[]>>
}

export interface BlockState {
  readonly fields: StoredFields
  readonly slots?: Readonly<Record<string, readonly NestedBlock[]>>
  readonly answers?: readonly FixtureAnswer[]
  readonly parameters?: Readonly<Record<string, string>>
}

export interface BlockFixtures {
  /** Nothing to show: no answer has anything in it, no optional field is filled in. */
  readonly empty: BlockState
  readonly one: BlockState
  readonly many: BlockState
  /** Long titles and names; nobody may be pushed out of the page. */
  readonly long: BlockState
  /** Further states by name. The state without any answer, and the printed one, are made from `many`. */
  readonly others?: Readonly<Record<string, BlockState>>
  /** Fields that must not be let through, each with what is wrong with them. */
  readonly refused?: Readonly<Record<string, StoredFields>>
  /** Golden fields of every former version. */
  readonly former?: readonly {
    readonly v: number
    readonly fields: StoredFields
    readonly becomes: StoredFields
  }[]
}

/** The states of a block by name. */
export function statesOf({ many, others, ...fixtures }: BlockFixtures): Readonly<Record<string, BlockState>> {
  return {
    empty: fixtures.empty,
    one: fixtures.one,
    many,
    long: fixtures.long,
    error: { ...many, answers: [] },
    print: many,
    ...others,
  }
}

/** A page on which blocks stand one below the other. */
export function pageOf(blocks: readonly NestedBlock[], title = '页'): PageDoc {
  const doc: PageDoc = { schema: 1, meta: { title: { 'zh-CN': title, en: 'Page' } }, root: [], blocks: {} }
  const put = ({ type, fields, slots }: NestedBlock): string => {
    const id = `b${Object.keys(doc.blocks).length}`
    const block: PageDoc['blocks'][string] = { type, v: blockType(type)?.v ?? 1, fields, slots: {} }
    doc.blocks[id] = block
    for (const [name, inner] of Object.entries(slots ?? {})) block.slots[name] = inner.map(put)
    return id
  }
  doc.root = blocks.map(put)
  return doc
}

/** The page of one state of a block. */
export const pageOfState = (type: BlockType, { fields, slots }: BlockState): PageDoc =>
  pageOf([{ type: type.type, fields, ...(slots ? { slots } : {}) }])

/** Answers to a page's queries, each changed on its way if wanted. */
export function answersOfState(
  doc: PageDoc,
  { answers = [] }: BlockState,
  at: RenderContext = context,
  change: (answer: Answer, operation: Operation<unknown, never>) => Answer = (given) => given,
): Answers {
  return new Map(
    openPage(doc, at).queries.map(({ key, operation, variables }) => {
      const found = answers.find((one) => one.operation.name === operation)
      return [key, found ? change(found.data(variables), found.operation) : null]
    }),
  )
}

/** A state drawn on a page of its own. */
export function drawn(type: BlockType, state: BlockState, locale: RenderContext['locale'] = 'zh-CN'): string {
  const at = { ...context, locale, parameters: state.parameters ?? {} }
  const doc = pageOfState(type, state)
  return openPage(doc, at).render(answersOfState(doc, state, at))
}
