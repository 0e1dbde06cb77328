// A reference in the style of the MLA Handbook, 9th edition (chapter 5), as plain text.
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
  originOf,
  publisherOf,
} from './english.ts'

export function toMla(cited: Cited): string {
  const work = workOf(cited)
  const { container, people, issued, variables } = work
  const editorsFirst = areEditorsFirst(work)
  const first = firstOf(work)
  const origin = originOf(work)
  const source = [
    ...(container === null ? [] : [container]),
    ...(editorsFirst ? [] : by('edited by', people.editor)),
    ...by('translated by', people.translator),
    ...by('commentary by', people.commentator),
    ...alsoDid(work),
    ...[edition(work)].filter((fact) => fact !== null),
    ...(work.series === null ? [] : [work.series]),
    ...(work.chapter === null ? [] : [`chapter ${work.chapter}`]),
    ...(variables.volume === undefined ? [] : [`vol. ${variables.volume}`]),
    ...(variables.issue === undefined ? [] : [`no. ${variables.issue}`]),
    ...(container === null && variables.number !== undefined ? [`no. ${variables.number}`] : []),
    publisherOf(work),
    ...(issued === null ? [] : [dated(issued, inWords)]),
    ...(work.url === null ? [] : [work.url.replace(/^https?:\/\//, '')]),
  ].join(', ')
  return oneLine(
    [
      ...(first === '' ? [] : [ended(first)]),
      container === null ? ended(work.title) : `“${ended(work.title)}”`,
      ...(origin === null ? [] : [ended(origin)]),
      // Behind a full stop the first of them begins a sentence.
      ended(container === null ? capital(source) : source),
      ...(cited.accessed === null ? [] : [`Accessed ${inWords(cited.accessed)}.`]),
    ].join(' '),
  )
}

function firstOf(work: Work): string {
  const { authors, maker, people } = work
  if (areEditorsFirst(work))
    return `${shortened(people.editor, ', and ')}, editor${people.editor.length > 1 ? 's' : ''}`
  if (maker === null) return shortened(authors, ', and ')
  return `${shortened(maker.names, ', and ')}, ${labelOf(maker)}`
}

/** Only our own words: the name of an edition stays as it is written. */
function capital(source: string): string {
  return source.replace(/^(edited|translated|commentary|read|organised|held|vol|no)(?= by|\.)/, (word) =>
    word.charAt(0).toUpperCase().concat(word.slice(1)),
  )
}

/** The style names one person or two, and of more the first. */
function shortened(names: readonly string[], and: string): string {
  return names.length > 2 ? `${names[0]}${and.startsWith(',') ? ',' : ''} et al.` : names.join(and)
}

function by(did: string, names: readonly string[]): string[] {
  return names.length > 0 ? [`${did} ${shortened(names, ' and ')}`] : []
}

/** Months of more than four letters are shortened. */
function inWords(date: string): string {
  const { day, month, year } = dayOf(date)
  const short = month === 'September' ? 'Sept.' : month.length > 4 ? `${month.slice(0, 3)}.` : month
  return `${day} ${short} ${year}`
}
