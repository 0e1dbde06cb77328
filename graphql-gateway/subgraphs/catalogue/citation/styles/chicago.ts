// A bibliography entry in the style of the Chicago Manual, 17th edition (chapter 14), as plain text.
import { workOf, type Cited } from '../cited.ts'
import { oneLine } from '../clean.ts'
import { dayOf, edition, ended, listed, originOf } from './english.ts'
import { portalNames } from './portal-names.ts'

/** A bibliography names ten people; of more the first seven. */
const named = 10
const kept = 7

export function toChicago(cited: Cited): string {
  const work = workOf(cited)
  const { container, people, authors, chapter } = work
  const editorsFirst = authors.length === 0 && container === null && people.editor.length > 0
  const first = editorsFirst
    ? `${shortened(people.editor)}, ed${people.editor.length > 1 ? 's' : ''}.`
    : shortened(authors)
  const origin = originOf(work)
  const within = chapter === null ? 'In' : `Chap. ${chapter} in`
  return oneLine(
    [
      ...(first === '' ? [] : [ended(first)]),
      ...(container === null
        ? [ended(work.title)]
        : [`“${ended(work.title)}”`, ended(`${within} ${container}`)]),
      ...(editorsFirst ? [] : by('Edited by', people.editor)),
      ...by('Translated by', people.translator),
      ...by('Commentary by', people.commentator),
      ...(origin === null ? [] : [ended(origin)]),
      ended(edition(work)),
      ...(work.series === null ? [] : [ended(work.series)]),
      `${portalNames.en}, n.d.`,
      ...(cited.accessed === null ? [] : [`Accessed ${consulted(cited.accessed)}.`]),
      ...(work.url === null ? [] : [`${work.url}.`]),
    ].join(' '),
  )
}

function shortened(names: readonly string[]): string {
  return names.length > named ? `${names.slice(0, kept).join(', ')}, et al.` : listed(names)
}

function by(did: string, names: readonly string[]): string[] {
  return names.length > 0 ? [ended(`${did} ${shortened(names)}`)] : []
}

function consulted(date: string): string {
  const { day, month, year } = dayOf(date)
  return `${month} ${day}, ${year}`
}
