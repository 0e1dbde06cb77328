/** Makes a block type from its typed parts, so that each block is written against its own fields only. */
import { faultsOf } from '@shuxiang/site-model'
import type { Json } from '@shuxiang/site-model'
import type { Html } from '@shuxiang/site-render/markup'
import type { z } from 'zod'
import type { Answer, BlockHead, BlockQuery, BlockType, Field, RenderContext } from './contract.ts'

interface BlockParts<Fields> {
  readonly type: string
  readonly v: number
  readonly label: BlockType['label']
  readonly schema: z.ZodType<Fields>
  readonly fields: readonly Field[]
  readonly defaults: () => { [name: string]: Json }
  readonly query?: (fields: Fields, context: RenderContext) => Readonly<Record<string, BlockQuery>>
  readonly missing?: (
    fields: Fields,
    answers: Readonly<Record<string, Answer>>,
    context: RenderContext,
  ) => boolean
  readonly render: (
    fields: Fields,
    answers: Readonly<Record<string, Answer>>,
    context: RenderContext,
    id: string,
  ) => Html
  readonly head?: (
    fields: Fields,
    answers: Readonly<Record<string, Answer>>,
    context: RenderContext,
  ) => BlockHead | null
  readonly text: (fields: Fields, context: RenderContext) => string
}

/** A block type for the registry. */
export function defineBlock<Fields>(parts: BlockParts<Fields>): BlockType {
  const { type, v, label, schema, fields, defaults, query, missing, render, head, text } = parts
  return {
    type,
    v,
    label,
    fields,
    defaults,
    bind(given) {
      const parsed = schema.safeParse(given)
      if (!parsed.success) return { ok: false, faults: faultsOf(parsed.error) }
      const checked = parsed.data
      return {
        ok: true,
        value: {
          query: (context) => query?.(checked, context) ?? {},
          missing: (answers, context) => missing?.(checked, answers, context) ?? false,
          render: (answers, context, id) => render(checked, answers, context, id),
          head: (answers, context) => head?.(checked, answers, context) ?? null,
          text: (context) => text(checked, context),
        },
      }
    },
  }
}
