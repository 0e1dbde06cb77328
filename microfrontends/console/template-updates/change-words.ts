/** One change of a page in words: what is other, and how it read and will read. */
import type { MessageTools } from '@shuxiang/sdk'
import type { PageUpdatePart } from '../operations.generated.ts'
import { cut, difference, joined } from './difference.ts'
import { sayable, valueOf } from './sayable.ts'

type Change = PageUpdatePart['changes'][number]

export interface ChangeWords {
  readonly what: string
  /** Empty: there is nothing to read, or nothing that changed. */
  readonly before: string
  readonly after: string
  /** Of the texts, where they are in one language. */
  readonly lang: string | undefined
}

/** The language with which a way ends, below a text in several. */
export const languageOf = (path: readonly string[]): string | undefined =>
  path.length > 1 && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/.test(path.at(-1) ?? '') ? path.at(-1) : undefined

const linesOf = (json: string | null, path: readonly string[], locale: string): readonly string[] =>
  sayable(valueOf(json), locale, languageOf(path) !== undefined)

export const textOf = (json: string | null, path: readonly string[], locale: string): string =>
  cut(joined(linesOf(json, path, locale)))

export function changeWords(change: Change, words: MessageTools): ChangeWords {
  const { kind, type, path, before, after } = change
  const { t, has, locale } = words
  const block = t(has(`block.${type}`) ? `block.${type}` : 'block.none')
  const bare = { before: '', after: '', lang: undefined }
  if (kind === 'ADDED')
    return { ...bare, what: t('change.ADDED', { block }), after: textOf(after, path, locale) }
  if (kind === 'REMOVED')
    return { ...bare, what: t('change.REMOVED', { block }), before: textOf(before, path, locale) }
  if (kind === 'MOVED') return { ...bare, what: t('change.MOVED', { block }) }
  const [part = '', name = ''] = path
  if (part === 'show' || part === 'locked') return { ...bare, what: t(`change.${part}`, { block }) }
  const lang = languageOf(path)
  const texts = difference(linesOf(before, path, locale), linesOf(after, path, locale))
  // What only programs read changes no text, and is a setting.
  if (texts.before === '' && texts.after === '') return { ...bare, what: t('change.setting', { block }) }
  const what =
    part === 'meta' ? t(name === 'title' ? 'change.title' : 'change.about') : t('change.text', { block })
  return {
    what: lang === undefined || lang === locale ? what : `${what} · ${named(lang, locale)}`,
    ...texts,
    lang,
  }
}

/** A language by its name. */
const named = (lang: string, locale: string): string =>
  new Intl.DisplayNames([locale], { type: 'language' }).of(lang) ?? lang
