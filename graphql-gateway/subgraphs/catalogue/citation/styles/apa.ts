// A reference in the style of APA, 7th edition (section 9), as plain text.
import { workOf, type Cited, type Work } from '../cited.ts'
import { oneLine } from '../clean.ts'
import { edition, ended, listed, originOf } from './english.ts'
import { portalNames } from './portal-names.ts'

/** The style names twenty people; of more the first nineteen and the last. */
const named = 20

export function toApa(cited: Cited): string {
  const work = workOf(cited)
  const { container, people, authors, chapter } = work
  const editorsFirst = authors.length === 0 && container === null && people.editor.length > 0
  const who = editorsFirst ? edited(people.editor) : shortened(authors)
  const origin = originOf(work)
  const facts = [
    ...(container === null && !editorsFirst ? did(people.editor, 'Ed.', 'Eds.') : []),
    ...did(people.translator, 'Trans.', 'Trans.'),
    ...did(people.commentator, 'Comm.', 'Comm.'),
    edition(work),
    ...(chapter === null ? [] : [`chap. ${chapter}`]),
  ].join('; ')
  const host = container === null ? '' : `. In ${hosts(work)}${container}`
  const title = ended(`${work.title}${host} (${facts})`)
  return oneLine(
    [
      // The online copy has no date of its own; that of the work is named at the end.
      ...(who === '' ? [title, '(n.d.).'] : [ended(who), '(n.d.).', title]),
      ...(work.series === null ? [] : [ended(work.series)]),
      ended(portalNames.en),
      ...(work.url === null ? [] : [work.url]),
      ...(origin === null ? [] : [`(Original work published ${origin})`]),
    ].join(' '),
  )
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
