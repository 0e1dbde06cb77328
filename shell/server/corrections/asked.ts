/** What the address of the form asks for, and what of a text can be chosen. */
import { chapterAddress, correctionAddress, isLineId, linesOf, recordAddress } from '@shuxiang/vocabulary'
import type { CorrectableTextData } from '../operations.generated.ts'

export type CorrectableText = NonNullable<CorrectableTextData['record']>

export interface Asked {
  readonly id: string
  readonly part: number | null
  readonly line: string | null
  /** Lines that are passed over in the list of them. */
  readonly from: number
}

/** Null for an address that cannot lead to a text. */
export function readAsked({ pathname, searchParams }: URL): Asked | null {
  const id = decoded(/^\/item\/([^/]{1,300})\/correct$/.exec(pathname)?.[1] ?? '')
  const number = (name: string): number | null =>
    /^[1-9]\d{0,4}$/.test(searchParams.get(name) ?? '') ? Number(searchParams.get(name)) : null
  const line = searchParams.get('line')
  if (id === '' || (searchParams.has('part') && number('part') === null)) return null
  return {
    id,
    part: number('part'),
    line: line !== null && isLineId(line) ? line : null,
    from: number('from') ?? 0,
  }
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return ''
  }
}

/** Whether a chapter must be chosen before a line. */
export const isInChapters = ({ text, chapters }: CorrectableText, { part }: Asked): boolean =>
  part === null && !text?.length && chapters.length > 1

/** Lines of what is asked for. */
export function linesAsked({ text, chapter }: CorrectableText, { part }: Asked) {
  return linesOf(part === null && text?.length ? text : (chapter?.paragraphs ?? []))
}

/** Where the text is read. */
export function readAt({ id }: CorrectableText, { part, line }: Asked): string {
  const page = part === null ? recordAddress(id) : chapterAddress(id, part)
  return line === null ? page : `${page}#${line}`
}

/** Lines, or chapters, in one list. */
const listed = 300

export function chooserOf(record: CorrectableText, asked: Asked) {
  const { id } = record
  const what = isInChapters(record, asked) ? ('part' as const) : ('line' as const)
  const all =
    what === 'part'
      ? record.chapters.map(({ n, title }) => ({ label: title, to: correctionAddress(id, { part: n }) }))
      : linesAsked(record, asked).map(({ id: line, text }) => ({
          label: text,
          to: correctionAddress(id, { part: asked.part, line }),
        }))
  const rest = all.length > asked.from + listed
  const here = correctionAddress(id, { part: asked.part })
  const next = rest ? `${here}${here.includes('?') ? '&' : '?'}from=${asked.from + listed}` : null
  return { what, ways: all.slice(asked.from, asked.from + listed), next }
}
