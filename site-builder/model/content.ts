/** What a block holds by itself, without the place where it stands and the blocks inside of it. */
import { canonicalJson } from './json.ts'
import type { Json } from './json.ts'
import { localeTag } from './text.ts'
import type { Block } from './page.ts'

/** Plain values by name: `fields`, and `show` and `locked` where they are set. */
export type Content = { readonly [part: string]: Json }

export function contentOf({ fields, show, locked }: Block): Content {
  const shown: { [name: string]: Json } = {}
  for (const [name, instant] of Object.entries(show ?? {})) if (instant !== undefined) shown[name] = instant
  return {
    fields,
    ...(show === undefined ? {} : { show: shown }),
    ...(locked === undefined ? {} : { locked }),
  }
}

/** Whether two values are equal, the absent one equal to itself only. */
export function isSame(one: Json | undefined, other: Json | undefined): boolean {
  // An edit leaves what it does not touch as the same object.
  if (one === other) return true
  if (one === undefined || other === undefined) return false
  return canonicalJson(one) === canonicalJson(other)
}

/** Whether two blocks hold the same, of the same type and version. */
export function isSameBlock(one: Block, other: Block): boolean {
  return one.type === other.type && one.v === other.v && isSame(contentOf(one), contentOf(other))
}

/** Texts by language: what changes in one language has nothing to do with the others. */
export function isTexts(value: Json | undefined): value is { [language: string]: Json } {
  if (value === undefined || value === null || typeof value !== 'object' || Array.isArray(value)) return false
  return Object.entries(value).every(
    ([key, text]) => localeTag.safeParse(key).success && (typeof text === 'string' || Array.isArray(text)),
  )
}
