/** What is said of a file, as a form holds it and as the graph takes it. */
import { oneLine } from '../doing/reason.ts'
import type { AssetDescription, AssetWordsPart, FilePart } from '../operations.generated.ts'
import type { OwnReason } from './reasons.ts'

export type Description = Readonly<
  Record<
    | 'name'
    | 'altZh'
    | 'altEn'
    | 'decorative'
    | 'x'
    | 'y'
    | 'credit'
    | 'licence'
    | 'titleZh'
    | 'titleEn'
    | 'language',
    string
  >
>

/** In the order in which they are listed. */
export const licences = [
  'OWN',
  'PUBLIC_DOMAIN',
  'CC0',
  'CC_BY',
  'CC_BY_SA',
  'CC_BY_NC',
  'CC_BY_ND',
  'PERMISSION',
  'UNKNOWN',
] as const

/** Languages in which libraries have documents; their names come from the browser. */
export const languages = ['zh-CN', 'zh-TW', 'en', 'bo', 'mn', 'ug', 'kk', 'ko', 'za', 'ja', 'ru', 'fr', 'de']

const within = (words: readonly AssetWordsPart[], tag: string): string =>
  words.find(({ language }) => language === tag)?.text ?? ''

export const descriptionOf = (file: FilePart): Description => ({
  ...{ name: file.name, credit: file.credit, licence: file.licence, language: file.language },
  ...{ altZh: within(file.alt, 'zh-CN'), altEn: within(file.alt, 'en') },
  ...{ titleZh: within(file.title, 'zh-CN'), titleEn: within(file.title, 'en') },
  decorative: file.decorative ? 'yes' : 'no',
  ...{ x: String(file.focal.x), y: String(file.focal.y) },
})

/** Languages that the form does not have stay as they are. */
function both(kept: readonly AssetWordsPart[], zh: string, en: string): AssetWordsPart[] {
  const others = kept.filter(({ language }) => language !== 'zh-CN' && language !== 'en')
  return [
    { language: 'zh-CN', text: oneLine(zh) },
    { language: 'en', text: oneLine(en) },
    ...others.map(({ language, text }) => ({ language, text })),
  ].filter(({ text }) => text !== '')
}

export function descriptionInput(said: Description, file: FilePart): AssetDescription {
  const decorative = said.decorative === 'yes'
  return {
    ...{ name: oneLine(said.name), credit: oneLine(said.credit), language: said.language, decorative },
    alt: decorative ? [] : both(file.alt, said.altZh, said.altEn),
    title: both(file.title, said.titleZh, said.titleEn),
    focal: { x: Number(said.x), y: Number(said.y) },
    licence: licences.find((one) => one === said.licence) ?? 'UNKNOWN',
  }
}

/** What is missing without which it may stand on no page, by the field that mends it; empty: nothing. */
export function faultOf(said: Description, file: FilePart): OwnReason | '' {
  if (oneLine(said.name) === '') return 'name'
  if (file.shown?.kind === 'DOCUMENT') {
    if (oneLine(said.titleZh) === '') return 'title'
    return said.language === '' ? 'language' : ''
  }
  return said.decorative === 'yes' || oneLine(said.altZh) !== '' ? '' : 'alt'
}
