// A reference in the style of the MLA Handbook, 9th edition (chapter 5), as plain text.
import { workOf, type Cited } from '../cited.ts'
import { oneLine } from '../clean.ts'
import { dayOf, edition, ended, originOf } from './english.ts'
import { portalNames } from './portal-names.ts'

export function toMla(cited: Cited): string {
  const work = workOf(cited)
  const { container, people, authors } = work
  const editorsFirst = authors.length === 0 && container === null && people.editor.length > 0
  const first = editorsFirst
    ? `${shortened(people.editor, ', and ')}, editor${people.editor.length > 1 ? 's' : ''}`
    : shortened(authors, ', and ')
  const origin = originOf(work)
  const source = [
    ...(container === null ? [] : [container]),
    ...(editorsFirst ? [] : by('edited by', people.editor)),
    ...by('translated by', people.translator),
    ...by('commentary by', people.commentator),
    edition(work),
    ...(work.series === null ? [] : [work.series]),
    ...(work.chapter === null ? [] : [`chapter ${work.chapter}`]),
    portalNames.en,
    ...(work.url === null ? [] : [work.url.replace(/^https?:\/\//, '')]),
  ].join(', ')
  return oneLine(
    [
      ...(first === '' ? [] : [ended(first)]),
      container === null ? ended(work.title) : `“${ended(work.title)}”`,
      ...(origin === null ? [] : [ended(origin)]),
      // Behind a full stop the first of them begins a sentence.
      ended(container === null ? source.replace(/^(edited|translated|commentary)/, capital) : source),
      ...(cited.accessed === null ? [] : [`Accessed ${consulted(cited.accessed)}.`]),
    ].join(' '),
  )
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** The style names one person or two, and of more the first. */
function shortened(names: readonly string[], and: string): string {
  return names.length > 2 ? `${names[0]}${and.startsWith(',') ? ',' : ''} et al.` : names.join(and)
}

function by(did: string, names: readonly string[]): string[] {
  return names.length > 0 ? [`${did} ${shortened(names, ' and ')}`] : []
}

/** Months of more than four letters are shortened. */
function consulted(date: string): string {
  const { day, month, year } = dayOf(date)
  const short = month === 'September' ? 'Sept.' : month.length > 4 ? `${month.slice(0, 3)}.` : month
  return `${day} ${short} ${year}`
}
