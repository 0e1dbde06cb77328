/** The table of words that an installation wants looked at before they are published. Empty unless somebody fills it. */
import { z } from 'zod'
import { words, type Words } from '@shuxiang/vocabulary'

/** Bounds of a table: it is gone through for every text of a site. */
export const sensitiveBounds = { words: 5000, length: 60 } as const

const entry = z.strictObject({
  /** Found anywhere in a text; case, width and spaces do not matter. */
  word: z
    .string()
    .trim()
    .min(1)
    .max(sensitiveBounds.length)
    .refine((word) => foldedText(word) !== '', 'has no letter in it'),
  severity: z.enum(['blocks', 'warns']).default('warns'),
  /** Why it is on the list and what to write instead, as a sentence. */
  why: z.strictObject({ 'zh-CN': z.string().max(300), en: z.string().max(300) }).optional(),
})
export type SensitiveWord = z.infer<typeof entry>

const table = z.array(entry).max(sensitiveBounds.words)

/** What is compared: without difference of width, case and spaces. */
export function foldedText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Cf}]+/gu, '')
}

export type SensitiveTable =
  | { readonly ok: true; readonly words: readonly SensitiveWord[] }
  | { readonly ok: false; readonly reason: Words }

/**
 * The table from JSON text of unknown origin: `[{"word": "…", "severity": "warns", "why": {"zh-CN": "…", "en": "…"}}]`,
 * where `severity` and `why` may be left out.
 */
export function parseSensitiveWords(text: string): SensitiveTable {
  const refused = (zh: string, en: string): SensitiveTable => ({ ok: false, reason: words(zh, en) })
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return refused(
      '词表不是 JSON，请检查引号和逗号。',
      'The table is no JSON; look at its quotes and commas.',
    )
  }
  const parsed = table.safeParse(value)
  if (parsed.success) return { ok: true, words: parsed.data }
  const at = parsed.error.issues[0]?.path.map(String).join('.') ?? ''
  return refused(
    `词表的“${at || '开头'}”写法不对：每一条要有 word，severity 只能是 blocks 或 warns。`,
    `The table is written wrongly at ${at || 'its beginning'}: each entry has a word, and its severity is blocks or warns.`,
  )
}
