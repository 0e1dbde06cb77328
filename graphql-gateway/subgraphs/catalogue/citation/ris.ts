// A record as RIS. Source: https://en.wikipedia.org/wiki/RIS_(file_format), and what Zotero makes of each tag (its RIS.js).
import { workOf, type Cited, type Work } from './cited.ts'
import { oneLine } from './clean.ts'

/** Tags and values, one a line, ended as the format wants by CR LF. */
export function toRis(cited: Cited): string {
  const { record } = cited
  const work = workOf(cited)
  const lines: readonly (readonly [string, string])[] = [
    ['TY', work.manner.ris],
    ['ID', work.key],
    ['TI', work.title],
    ...(work.chapter === null ? record.alternativeTitles.map((title) => ['TT', title] as const) : []),
    ...work.authors.map((name) => ['AU', name] as const),
    ...otherPeople(work),
    ['PY', work.year === null ? '' : String(work.year)],
    ...(work.container === null
      ? [['T2', work.series ?? ''] as const]
      : [['T2', work.container] as const, ['T3', work.series ?? ''] as const]),
    ['SE', work.chapter === null ? '' : String(work.chapter)],
    ['ET', `${work.edition} 电子版`],
    ['LA', record.language],
    ['AB', record.abstract ?? ''],
    ...record.subjects.map((subject) => ['KW', subject] as const),
    ['N1', work.period ?? ''],
    ...noted(work),
    ['DP', record.source.name],
    ['UR', work.url ?? ''],
    ['Y2', cited.accessed?.replaceAll('-', '/') ?? ''],
  ]
  return (
    lines
      .map(([tag, value]) => [tag, oneLine(value)] as const)
      .filter(([, value]) => value !== '')
      .map(([tag, value]) => `${tag}  - ${value}\r\n`)
      .join('') + 'ER  - \r\n'
  )
}

/**
 * Editors and translators have tags of their own. RIS has none for a commentator: the tag whose readers see an editor
 * is the nearest, A2 in a part of a book and A3 elsewhere, and a note says what the person did.
 */
function otherPeople({ people, container }: Work): (readonly [string, string])[] {
  const commentator = container === null ? 'A3' : 'A2'
  return [
    ...people.editor.map((name) => ['ED', name] as const),
    ...people.translator.map((name) => ['A4', name] as const),
    ...people.commentator.map((name) => [commentator, name] as const),
  ]
}

function noted({ people }: Work): (readonly [string, string])[] {
  return [
    ...people.attributed.map((name) => ['N1', `旧题${name}撰`] as const),
    ...people.commentator.map((name) => ['N1', `${name}注`] as const),
  ]
}
