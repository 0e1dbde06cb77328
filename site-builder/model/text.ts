/** Words on a page: plain text by language, and rich text as a closed set of nodes. HTML is never stored. */
import { z } from 'zod'

/** BCP 47, as in `zh-CN` or `en`. */
export const localeTag = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/, 'is no language tag such as zh-CN')

const filled = (record: object): boolean => Object.keys(record).length > 0

/** Plain text by language. At least one language is there. */
export const localized = (longest: number) =>
  z.record(localeTag, z.string().max(longest)).refine(filled, 'has no text in any language')
export type Localized = Readonly<Record<string, string>>

/**
 * Where a link leads: an object of ours by id (`page:…`, `record:…`, `asset:…`), a path of this site, or an address
 * elsewhere. Whether an address may be followed is decided when it is rendered.
 */
export const linkTarget = z.string().min(1).max(2000)

const mark = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('strong') }),
  z.strictObject({ type: z.literal('emphasis') }),
  z.strictObject({ type: z.literal('link'), to: linkTarget }),
  z.strictObject({ type: z.literal('language'), tag: localeTag }),
])
export type Mark = z.infer<typeof mark>

const run = z.strictObject({ text: z.string().max(5000), marks: z.array(mark).max(4).optional() })
export type Run = z.infer<typeof run>

const runs = z.array(run).max(500)
const node = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('paragraph'), runs }),
  z.strictObject({ type: z.literal('heading'), level: z.union([z.literal(2), z.literal(3)]), runs }),
  z.strictObject({ type: z.literal('quote'), runs }),
  z.strictObject({ type: z.literal('list'), ordered: z.boolean(), items: z.array(runs).max(200) }),
])
export type RichNode = z.infer<typeof node>

/** Rich text of one language. */
export const richText = z.array(node).max(500)
export type RichText = z.infer<typeof richText>

/** Rich text by language. */
export const localizedRich = z.record(localeTag, richText).refine(filled, 'has no text in any language')
export type LocalizedRich = Readonly<Record<string, RichText>>

/**
 * Text for a reader: the reader's language, else another with the same first part, else the first that is there.
 * `language` tells which one it is, so that the page can mark it.
 */
export function textFor<Text>(
  texts: Readonly<Record<string, Text>>,
  locale: string,
): { readonly text: Text; readonly language: string } | null {
  const tags = Object.keys(texts)
  const base = locale.split('-')[0]
  const language =
    tags.find((tag) => tag === locale) ?? tags.find((tag) => tag.split('-')[0] === base) ?? tags[0]
  if (language === undefined) return null
  const text = texts[language]
  return text === undefined ? null : { text, language }
}
