/** The words of declared fields in one language, for search and previews. */
import { localized, localizedRich, textFor } from '@shuxiang/site-model'
import { richTextPlain } from '@shuxiang/site-render/markup'
import type { InterfaceLanguage } from '@shuxiang/vocabulary'
import type { Field, Fields } from './declaration.ts'

function wordsIn(field: Field, value: unknown, locale: InterfaceLanguage): string[] {
  switch (field.kind) {
    case 'text':
    case 'longText': {
      if (typeof value === 'string') return [value]
      const texts = localized(field.longest).safeParse(value)
      const found = texts.success ? textFor(texts.data, locale) : null
      return found ? [found.text] : []
    }
    case 'richText': {
      const texts = localizedRich.safeParse(value)
      const found = texts.success ? textFor(texts.data, locale) : null
      return found ? [richTextPlain(found.text)] : []
    }
    case 'list':
      return Array.isArray(value) ? value.map((group: unknown) => wordsOf(field.of, group, locale)) : []
    default:
      return []
  }
}

/** All texts that are written in fields, in the order of their declaration, each on a line of its own. */
export function wordsOf(fields: Fields, values: unknown, locale: InterfaceLanguage): string {
  if (typeof values !== 'object' || values === null) return ''
  const given = new Map<string, unknown>(Object.entries(values))
  return Object.entries(fields)
    .flatMap(([name, field]) => wordsIn(field, given.get(name), locale))
    .filter((text) => text.trim() !== '')
    .join('\n')
}
