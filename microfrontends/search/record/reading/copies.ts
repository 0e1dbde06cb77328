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
  /** Which of the texts of the work it is; null for the record's own. */
  readonly witness: { readonly id: string; readonly name: string } | null
  /** `https://…` of the portal. */
  readonly origin: string
}

/** The text, then title, who wrote it and when, the work or collection it stands in so, and the address that opens it. */
export function textWithSource(text: string, { title, record, chapter, witness, origin }: Cited): string {
  const poet = record.chapters.find(({ n }) => n === chapter)?.creator
  const people = poet ?? record.agents.map(({ name }) => name).join('、')
  const time = poet ? '' : record.period ? `〔${record.period.label}〕` : ''
  const within = chapter === null ? witness?.name : record.title
  const work = within === undefined ? '' : `，《${within}》`
  const url = new URL(record.url, origin)
  if (chapter !== null) url.searchParams.set('part', String(chapter))
  if (witness) url.searchParams.set('text', witness.id)
  return `${text}\n\n——${time}${people}《${title}》${work}\n${url.href}`
}
