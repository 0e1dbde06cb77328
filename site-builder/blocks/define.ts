/** Makes a block type from its typed parts, so that each block is written against its own fields only. */
import type { Html } from '@shuxiang/site-render/markup'
import type { Words } from '@shuxiang/vocabulary'
import type { AnswersTo, Ask, Asks } from './answers/ask.ts'
import type {
  BlockContext,
  BlockFault,
  BlockHead,
  BlockType,
  BoundBlock,
  RawAnswers,
  RenderContext,
  StoredFields,
} from './contract.ts'
import type { BlockGroup, Fields, FieldsOf, SlotField, SlotNames } from './fields/declaration.ts'
import { fieldFaults, wantingFields } from './fields/faults.ts'
import { firstValues } from './fields/first-values.ts'
import { isFieldsOf } from './fields/schema.ts'
import { wordsOf } from './fields/words-of.ts'

type NoAsks = Readonly<Record<never, never>>

/** What a block is drawn from. */
export interface Given<D, Q> {
  readonly fields: FieldsOf<D>
  /** Answers by the names of `query`; null where none came. */
  readonly answers: AnswersTo<Q>
  readonly context: RenderContext
}

export interface Drawn<D, Q> extends Given<D, Q> {
  /** Blocks in the slots, already drawn. */
  readonly slots: Readonly<Record<SlotNames<D>, readonly Html[]>>
  readonly context: BlockContext
  /** Of the block on its page; ids in the markup begin with it. */
  readonly id: string
}

export interface BlockParts<D extends Fields, Q extends Asks> {
  readonly type: string
  readonly v: number
  readonly group: BlockGroup
  readonly label: Words
  readonly about: Words
  readonly fields: D
  /** True: may stand on the page itself only. */
  readonly topmost?: true
  /** By version: fields of that version as those of the next. What it makes is checked, so it need not check. */
  readonly migrate?: Readonly<Record<number, (fields: StoredFields) => StoredFields>>
  /** Whether it draws the page's `h1`. */
  readonly opens?: (fields: FieldsOf<D>) => boolean
  /** Whether it draws a heading of its own over its slots. */
  readonly heads?: (fields: FieldsOf<D>) => boolean
  readonly query?: (fields: FieldsOf<D>, context: RenderContext) => Q
  readonly missing?: (given: Given<D, Q>) => boolean
  readonly head?: (given: Given<D, Q>) => BlockHead | null
  /** Objects of schema.org, without `@context`; those of one `@id` become one on the page. */
  readonly jsonLd?: (given: Given<D, Q>) => readonly object[]
  readonly render: (drawn: Drawn<D, Q>) => Html
  /** What else must be mended before it is published, though it can be drawn; paths begin with the name of a field. */
  readonly wanting?: (fields: FieldsOf<D>) => readonly BlockFault[]
  /** Without it, all texts of the fields in their order. */
  readonly text?: (fields: FieldsOf<D>, context: RenderContext) => string
}

const isList = (asked: Asks[string]): asked is readonly Ask<unknown>[] => Array.isArray(asked)

/** Each answer checked by its question. */
function checked(asks: Asks, raw: RawAnswers): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(asks).map(([name, asked]): [string, unknown] => {
      const answer: unknown = raw[name]
      if (asked === undefined) return [name, null]
      if (!isList(asked)) return [name, asked.checked(answer)]
      const answers: readonly unknown[] = Array.isArray(answer) ? answer : []
      return [name, asked.map((one, n) => one.checked(answers[n]))]
    }),
  )
}

const areSlotsOf = <D extends Fields>(
  fields: D,
  slots: Readonly<Record<string, readonly Html[]>>,
): slots is Readonly<Record<SlotNames<D>, readonly Html[]>> =>
  Object.entries(fields).every(([name, { kind }]) => kind !== 'slot' || Object.hasOwn(slots, name))

/** A block type for the registry. */
export function defineBlock<const D extends Fields, Q extends Asks = NoAsks>(
  parts: BlockParts<D, Q>,
): BlockType {
  const slots: Record<string, SlotField> = {}
  for (const [name, field] of Object.entries(parts.fields)) if (field.kind === 'slot') slots[name] = field
  const noChildren = Object.fromEntries(Object.keys(slots).map((name) => [name, []]))

  /** Holds by construction: every question has its answer, checked by the question itself. */
  const areAnswers = (asks: Asks, answers: Readonly<Record<string, unknown>>): answers is AnswersTo<Q> =>
    Object.keys(asks).every((name) => Object.hasOwn(answers, name))

  const bound = (fields: FieldsOf<D>): BoundBlock => {
    const given = <Context extends RenderContext>(raw: RawAnswers, context: Context) => {
      const asks: Asks = parts.query?.(fields, context) ?? {}
      const answers = checked(asks, raw)
      if (!areAnswers(asks, answers)) throw new TypeError('an answer has no question')
      return { fields, answers, context }
    }
    return {
      type: made,
      opens: parts.opens?.(fields) ?? false,
      heads: parts.heads?.(fields) ?? false,
      asks: (context) => parts.query?.(fields, context) ?? {},
      render(raw, children, context, id) {
        const filled = { ...noChildren, ...children }
        if (!areSlotsOf(parts.fields, filled)) throw new TypeError('a slot is missing')
        return parts.render({ ...given(raw, context), slots: filled, id })
      },
      head: (raw, context) => parts.head?.(given(raw, context)) ?? null,
      jsonLd: (raw, context) => parts.jsonLd?.(given(raw, context)) ?? [],
      missing: (raw, context) => parts.missing?.(given(raw, context)) ?? false,
      text: (context) => parts.text?.(fields, context) ?? wordsOf(parts.fields, fields, context.locale),
      wanting: () => [...wantingFields(parts.fields, fields), ...(parts.wanting?.(fields) ?? [])],
    }
  }

  const made: BlockType = {
    type: parts.type,
    v: parts.v,
    group: parts.group,
    label: parts.label,
    about: parts.about,
    fields: parts.fields,
    slots,
    topmost: parts.topmost ?? false,
    defaults: () => firstValues(parts.fields),
    migrate(stored, from) {
      let fields: StoredFields = stored
      for (let v = from; v < parts.v; v++) {
        const step = parts.migrate?.[v]
        if (!step) return null
        try {
          fields = step(fields)
        } catch {
          // What was stored is not what that version had.
          return null
        }
      }
      return fields
    },
    bind: (given) =>
      isFieldsOf(parts.fields, given)
        ? { ok: true, value: bound(given) }
        : { ok: false, faults: fieldFaults(parts.fields, given) },
  }
  return made
}
