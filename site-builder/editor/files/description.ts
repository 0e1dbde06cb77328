/** What is said of a file, as a form holds it and as the graph takes it. Pure. */
import type { AssetDescription, FileToDescribeData } from '../operations.generated.ts'

export type DescribedFile = NonNullable<FileToDescribeData['asset']>

export interface Description {
  readonly decorative: boolean
  /** By language: what is to be seen, or the title of a document. */
  readonly said: Readonly<Record<string, string>>
  /** Of a document: BCP 47. */
  readonly language: string
  readonly x: number
  readonly y: number
}

/** Characters. */
export const longestSaid = { PICTURE: 300, DOCUMENT: 200 } as const

const byLanguage = (texts: DescribedFile['alt']): Readonly<Record<string, string>> =>
  Object.fromEntries(texts.map(({ language, text }) => [language, text]))

export const isDocument = (file: DescribedFile): boolean => file.shown?.kind === 'DOCUMENT'

export function descriptionOf(file: DescribedFile): Description {
  return {
    decorative: file.decorative,
    said: byLanguage(isDocument(file) ? file.title : file.alt),
    language: file.language,
    x: file.focal.x,
    y: file.focal.y,
  }
}

/** What is missing without which it may stand on no page; null: nothing. */
export function missingIn(
  { decorative, said, language }: Description,
  file: DescribedFile,
): 'alt' | 'title' | 'language' | null {
  const words = (said['zh-CN'] ?? '').trim()
  if (!isDocument(file)) return decorative || words !== '' ? null : 'alt'
  if (words === '') return 'title'
  return language === '' ? 'language' : null
}

/** Languages that the form does not have stay as they are, and so does what it does not ask for. */
export function descriptionInput(typed: Description, file: DescribedFile): AssetDescription {
  const texts = Object.entries(typed.said)
    .map(([language, text]) => ({ language, text: text.replaceAll(/\s+/g, ' ').trim() }))
    .filter(({ text }) => text !== '')
  const document = isDocument(file)
  return {
    ...{ name: file.name, credit: file.credit, licence: file.licence },
    language: typed.language,
    decorative: !document && typed.decorative,
    alt: document ? kept(file.alt) : typed.decorative ? [] : texts,
    title: document ? texts : kept(file.title),
    focal: { x: typed.x, y: typed.y },
  }
}

const kept = (texts: DescribedFile['alt']) => texts.map(({ language, text }) => ({ language, text }))
