// A reference in the form of GB/T 7714-2015 for online resources, without its number.
import type { StatedDate } from '@shuxiang/record'
import { entryOf, portalPublisher, roles } from '@shuxiang/vocabulary'
import type { Cited } from '../cited.ts'
import { oneLine } from '../clean.ts'
import { chineseEdition, dayIn, workOf, type Did, type Work } from '../work.ts'

/** The standard names up to three people, then `等`. */
const named = 3

export function toGbt7714(cited: Cited): string {
  const work = workOf(cited)
  const { container, authors, people, variables } = work
  const editorsFirst = authors.length === 0 && container === null
  const editors = people.editor.length > 0 && !editorsFirst ? people.editor : []
  const number = container === null && variables.number !== undefined ? `: ${variables.number}` : ''
  const title = `${work.title}${number}[${work.gbt}/OL]`
  const edition = chineseEdition(work)
  return oneLine(
    [
      ...firstOf(work, editorsFirst),
      // A part stands before `//`; behind it what has it, begun with who made that.
      ...(container === null
        ? [title, ...by(editors, '编')]
        : [`${title}//${[...by(editors, '编'), container].join('. ')}${numbered(work)}`]),
      ...by(people.translator, '译'),
      ...by(people.commentator, '注'),
      ...work.others.filter(({ names }) => names.length > 0).map(withTerm),
      ...(work.series === null ? [] : [work.series]),
      ...(edition === '' ? [] : [edition]),
      publication(cited, work),
      ...(work.url === null ? [] : [work.url]),
    ]
      .map((element) => `${element}.`)
      .join(' '),
  )
}

/** Chinese practice puts the period of an author of old before the name. */
function firstOf(work: Work, editorsFirst: boolean): string[] {
  const { authors, people, maker, period } = work
  const when = period === null ? '' : `（${period}）`
  if (authors.length > 0) return [`${when}${listed(authors)}`]
  if (editorsFirst && people.editor.length > 0) return [`${when}${listed(people.editor)}, 编`]
  return maker === null ? [] : [`${when}${withTerm(maker)}`]
}

/** Place, publisher, year, day of publication, day of reading. The portal publishes what nobody else did. */
function publication({ accessed }: Cited, { publisher, place, issued, created }: Work): string {
  const where = publisher === null || place === null ? '' : `${place}: `
  const date = issued ?? created
  const year = date === null ? '' : `, ${yearsOf(date)}`
  const day = dayIn(issued)
  const consulted = accessed === null ? '' : `[${accessed}]`
  return `${where}${publisher ?? portalPublisher['zh-CN']}${year}${day === null ? '' : `(${day})`}${consulted}`
}

function listed(names: readonly string[]): string {
  return [...names.slice(0, named), ...(names.length > named ? ['等'] : [])].join(', ')
}

function by(names: readonly string[], did: string): string[] {
  return names.length > 0 ? [`${listed(names)}, ${did}`] : []
}

/** Names and what they did; they stand alone when their role is of a later version. */
function withTerm({ role, names }: Did): string {
  const term = entryOf(roles, role)?.marcTerm
  return term === undefined ? listed(names) : `${listed(names)}, ${term}`
}

/** Volume and issue of a periodical: 50(3); (3) where volumes are not counted. */
function numbered({ variables: { volume, issue } }: Work): string {
  if (volume === undefined && issue === undefined) return ''
  return `, ${volume ?? ''}${issue === undefined ? '' : `(${issue})`}`
}

/** 726, 公元前479, 1926-1927, 1957-; an estimate in brackets, as the standard has it. */
function yearsOf({ from, to, circa }: StatedDate): string {
  const [first, last] = [from, to].map((moment) => (moment === null ? '' : yearOf(moment.year)))
  const years = first === last ? `${first}` : `${first}-${last}`
  return circa ? `[${years}]` : years
}

function yearOf(year: number): string {
  return year > 0 ? String(year) : `公元前${-year}`
}
