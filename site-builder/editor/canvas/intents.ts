/** What comes out of the frame of the canvas: wishes of somebody who drags and presses, checked before they are anything. */
import { bounds } from '@shuxiang/site-model'
import { z } from 'zod'
import type { Intent } from '../adapters/grapes/messages.ts'

const id = z.string().min(1).max(80)
const to = z.strictObject({
  parent: id.nullable(),
  slot: z.string().min(1).max(80),
  index: z.int().min(0).max(bounds.children),
})

const intent: z.ZodType<Intent> = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.literal('ready') }),
  z.strictObject({ intent: z.literal('failed'), reason: z.string() }),
  z.strictObject({ intent: z.literal('choose'), id: id.nullable() }),
  z.strictObject({ intent: z.literal('lift'), id }),
  z.strictObject({ intent: z.literal('move'), id, to }),
  z.strictObject({ intent: z.literal('insert'), to }),
  z.strictObject({ intent: z.literal('remove'), id }),
  z.strictObject({ intent: z.literal('refused') }),
])

/** Null for what is none. */
export function intentOf(data: unknown): Intent | null {
  const parsed = intent.safeParse(data)
  return parsed.success ? parsed.data : null
}
