// A reference in the form of GB/T 7714-2015 for online resources, without its number.
import { workOf, type Cited, type Work } from '../cited.ts'
import { oneLine } from '../clean.ts'
import { portalNames } from './portal-names.ts'

/** The standard names up to three people, then `等`. */
const named = 3

export function toGbt7714(cited: Cited): string {
  const work = workOf(cited)
  const { container, authors, people } = work
  const type = `[${work.manner.gbt}/OL]`
  const editorsFirst = authors.length === 0 && container === null
  const first = editorsFirst ? people.editor : authors
  const editors = people.editor.length > 0 && !editorsFirst ? people.editor : []
  const year = work.year === null ? '' : `, ${yearOf(work.year)}`
  const consulted = cited.accessed === null ? '' : `[${cited.accessed}]`
  return oneLine(
    [
      ...(first.length > 0 ? [`${period(work)}${listed(first)}${editorsFirst ? ', 编' : ''}`] : []),
      // A part stands before `//`; behind it the book that has it, begun with who made the book.
      ...(container === null
        ? [`${work.title}${type}`, ...by(editors, '编')]
        : [`${work.title}${type}//${by(editors, '编')[0]?.concat('. ') ?? ''}${container}`]),
      ...by(people.translator, '译'),
      ...by(people.commentator, '注'),
      ...(work.series === null ? [] : [work.series]),
      `${work.edition} 电子版`,
      `${portalNames.zh}${year}${consulted}`,
      ...(work.url === null ? [] : [work.url]),
    ]
      .map((element) => `${element}.`)
      .join(' '),
  )
}

function listed(names: readonly string[]): string {
  return [...names.slice(0, named), ...(names.length > named ? ['等'] : [])].join(', ')
}

function by(names: readonly string[], did: string): string[] {
  return names.length > 0 ? [`${listed(names)}, ${did}`] : []
}

/** Chinese practice puts the period of an author of old before the name. */
function period({ period: label }: Work): string {
  return label === null ? '' : `（${label}）`
}

function yearOf(year: number): string {
  return year > 0 ? String(year) : `公元前${-year}`
}
