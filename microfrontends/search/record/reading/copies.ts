/** A text to take away, with and without where it comes from. */
import type { FullRecord } from '../../operations.generated.ts'

/** The lines of a text, without the editor's marks of layout. */
export function wholeText(paragraphs: readonly { readonly text: string }[]): string {
  return paragraphs.map(({ text }) => text).join('\n')
}

export interface Cited {
  /** As it is shown. */
  readonly title: string
  readonly record: Pick<FullRecord, 'title' | 'url' | 'agents' | 'period' | 'chapters'>
  readonly chapter: number | null
  /** `https://…` of the portal. */
  readonly origin: string
}

/** The text, then title, who wrote it and when, the work it stands in, and the address. */
export function textWithSource(text: string, { title, record, chapter, origin }: Cited): string {
  const poet = record.chapters.find(({ n }) => n === chapter)?.creator
  const people = poet ?? record.agents.map(({ name }) => name).join('、')
  const time = poet ? '' : record.period ? `〔${record.period.label}〕` : ''
  const work = chapter === null ? '' : `，《${record.title}》`
  const url = new URL(chapter === null ? record.url : `${record.url}?part=${chapter}`, origin).href
  return `${text}\n\n——${time}${people}《${title}》${work}\n${url}`
}
