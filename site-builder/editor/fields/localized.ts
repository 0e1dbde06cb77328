/** Writing a text of one language beside those of others. Pure. */
import type { Json } from '@shuxiang/site-model'

export interface Written {
  readonly sub: readonly string[]
  readonly value: Json | undefined
}

const isTexts = (value: Json | undefined): value is { [language: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The text of exactly that language; undefined where there is none. */
export function textIn(value: Json | undefined, language: string): Json | undefined {
  return isTexts(value) && Object.hasOwn(value, language) ? value[language] : undefined
}

/** Languages in which something is written. */
export function languagesIn(value: Json | undefined): readonly string[] {
  return isTexts(value) ? Object.keys(value) : []
}

/**
 * `empty`: nothing is written any more. The language then goes, and with the last one the field, if it may be left out;
 * else an empty text stays, so that the block can still be drawn.
 */
export function written(
  value: Json | undefined,
  language: string,
  text: Json,
  { empty, optional }: { readonly empty: boolean; readonly optional: boolean },
): Written {
  const others = languagesIn(value).filter((one) => one !== language)
  if (empty && others.length > 0) return { sub: [language], value: undefined }
  if (empty && optional) return { sub: [], value: undefined }
  return languagesIn(value).length > 0
    ? { sub: [language], value: text }
    : { sub: [], value: { [language]: text } }
}
