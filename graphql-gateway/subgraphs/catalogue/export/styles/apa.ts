// A reference in the style of APA, 7th edition (section 9), as plain text.
import type { Cited } from '../cited.ts'
import { oneLine } from '../clean.ts'
import { workOf, type Work } from '../work.ts'
import {
  alsoDid,
  areEditorsFirst,
  dated,
  dayOf,
  edition,
  ended,
  labelOf,
  listed,
  originOf,
  publisherOf,
} from './english.ts'

/** The style names twenty people; of more the first nineteen and the last. */
const named = 20

export function toApa(cited: Cited): string {
  const work = workOf(cited)
  const { container, people, chapter, issued, variables } = work
  const editorsFirst = areEditorsFirst(work)
  const who = firstOf(work)
  const origin = originOf(work)
  const facts = [
    ...(variables.number !== undefined && container === null ? [`No. ${variables.number}`] : []),
    ...(container === null && !editorsFirst ? did(people.editor, 'Ed.', 'Eds.') : []),
    ...did(people.translator, 'Trans.', 'Trans.'),
    ...did(people.commentator, 'Comm.', 'Comm.'),
    ...alsoDid(work),
    ...[edition(work)].filter((fact) => fact !== null),
    ...(chapter === null ? [] : [`chap. ${chapter}`]),
  ].join('; ')
  const host = container === null ? '' : `. In ${hosts(work)}${container}${numbered(work)}`
  const title = ended(`${work.title}${host}${facts === '' ? '' : ` (${facts})`}`)
  // An online copy of an old work has no date of its own; that of the work is named at the end.
  const date = `(${issued === null ? 'n.d.' : dated(issued, published)}).`
  return oneLine(
    [
      ...(who === '' ? [title, date] : [ended(who), date, title]),
      ...(work.series === null ? [] : [ended(work.series)]),
      ended(publisherOf(work)),
      ...(work.url === null ? [] : [work.url]),
      ...(origin === null ? [] : [`(Original work published ${origin})`]),
    ].join(' '),
  )
}

function firstOf(work: Work): string {
  if (areEditorsFirst(work)) return edited(work.people.editor)
  const { maker } = work
  if (maker === null) return shortened(work.authors)
  const label = labelOf(maker)
  return `${shortened(maker.names)} (${label.charAt(0).toUpperCase()}${label.slice(1)})`
}

function shortened(names: readonly string[]): string {
  if (names.length <= named) return listed(names, '&')
  return `${names.slice(0, named - 1).join(', ')}, . . . ${names.at(-1)}`
}

function did(names: readonly string[], one: string, more: string): string[] {
  return names.length > 0 ? [`${shortened(names)}, ${names.length > 1 ? more : one}`] : []
}

function edited(names: readonly string[]): string {
  return `${shortened(names)} (${names.length > 1 ? 'Eds.' : 'Ed.'})`
}

function hosts({ people: { editor } }: Work): string {
  return editor.length > 0 ? `${edited(editor)}, ` : ''
}

/** Volume and issue of a periodical: 50(3). */
function numbered({ variables: { volume, issue } }: Work): string {
  if (volume === undefined && issue === undefined) return ''
  return `, ${volume ?? ''}${issue === undefined ? '' : `(${issue})`}`
}

function published(date: string): string {
  const { day, month, year } = dayOf(date)
  return `${year}, ${month} ${day}`
}
