// A bibliography entry in the style of the Chicago Manual, 17th edition (chapter 14), as plain text.
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

/** A bibliography names ten people; of more the first seven. */
const named = 10
const kept = 7

export function toChicago(cited: Cited): string {
  const work = workOf(cited)
  const { container, people, chapter, issued, variables } = work
  const editorsFirst = areEditorsFirst(work)
  const first = firstOf(work)
  const origin = originOf(work)
  const within = chapter === null ? 'In' : `Chap. ${chapter} in`
  const place = work.publisher === null || work.place === null ? '' : `${work.place}: `
  const printed = edition(work)
  return oneLine(
    [
      ...(first === '' ? [] : [ended(first)]),
      ...(container === null
        ? [ended(work.title)]
        : [`“${ended(work.title)}”`, ended(`${within} ${container}${numbered(work)}`)]),
      ...(container === null && variables.number !== undefined ? [`No. ${variables.number}.`] : []),
      ...(editorsFirst ? [] : by('Edited by', people.editor)),
      ...by('Translated by', people.translator),
      ...by('Commentary by', people.commentator),
      ...alsoDid(work).map((did) => ended(did.charAt(0).toUpperCase() + did.slice(1))),
      ...(origin === null ? [] : [ended(origin)]),
      ...(printed === null ? [] : [ended(printed)]),
      ...(work.series === null ? [] : [ended(work.series)]),
      ended(`${place}${publisherOf(work)}, ${issued === null ? 'n.d.' : dated(issued, inWords)}`),
      ...(cited.accessed === null ? [] : [`Accessed ${inWords(cited.accessed)}.`]),
      ...(work.url === null ? [] : [`${work.url}.`]),
    ].join(' '),
  )
}

function firstOf(work: Work): string {
  const { authors, maker, people } = work
  if (areEditorsFirst(work)) return `${shortened(people.editor)}, ed${people.editor.length > 1 ? 's' : ''}.`
  return maker === null ? shortened(authors) : `${shortened(maker.names)}, ${labelOf(maker)}`
}

function shortened(names: readonly string[]): string {
  return names.length > named ? `${names.slice(0, kept).join(', ')}, et al.` : listed(names)
}

function by(did: string, names: readonly string[]): string[] {
  return names.length > 0 ? [ended(`${did} ${shortened(names)}`)] : []
}

/** Volume and issue of a periodical: 50, no. 3. */
function numbered({ variables: { volume, issue } }: Work): string {
  const parts = [...(volume === undefined ? [] : [volume]), ...(issue === undefined ? [] : [`no. ${issue}`])]
  return parts.length > 0 ? ` ${parts.join(', ')}` : ''
}

function inWords(date: string): string {
  const { day, month, year } = dayOf(date)
  return `${month} ${day}, ${year}`
}
