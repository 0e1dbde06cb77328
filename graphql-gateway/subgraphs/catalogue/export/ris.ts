// A record as RIS. Source: https://en.wikipedia.org/wiki/RIS_(file_format), and what Zotero makes of each tag (its RIS.js).
import { identifiersOf } from './csl.ts'
import type { Cited } from './cited.ts'
import { oneLine } from './clean.ts'
import { attribution, statement } from './notes.ts'
import { chineseEdition, dayIn, workOf, type Work } from './work.ts'

/** Tags and values, one a line, ended as the format wants by CR LF. */
export function toRis(cited: Cited): string {
  const { record } = cited
  const work = workOf(cited)
  const { variables } = work
  const { ISBN, ISSN, DOI } = identifiersOf(cited)
  const first = work.authors.length > 0 ? work.authors : (work.maker?.names ?? [])
  const lines: readonly (readonly [string, string])[] = [
    ['TY', work.types.ris],
    ['ID', work.key],
    ['TI', work.title],
    ...first.map((name) => ['AU', name] as const),
    ...otherPeople(work),
    ['PY', work.year === null ? '' : String(work.year)],
    ['DA', dayIn(work.issued ?? work.created)?.replaceAll('-', '/') ?? ''],
    ...(work.container === null
      ? [['T2', work.series ?? ''] as const]
      : [['T2', work.container] as const, ['T3', work.series ?? ''] as const]),
    ['SE', work.chapter === null ? '' : String(work.chapter)],
    ['VL', variables.volume ?? ''],
    ['IS', variables.issue ?? ''],
    ['ET', chineseEdition(work)],
    ['PB', work.publisher ?? ''],
    ['CY', work.publisher === null ? '' : (work.place ?? '')],
    ...numbers(work, ISBN ?? ISSN),
    ['DO', DOI ?? ''],
    ['SP', variables['number-of-pages'] ?? ''],
    ['M3', variables.genre ?? variables.medium ?? ''],
    ['C3', variables.dimensions ?? ''],
    ['LA', record.language],
    ['AB', record.abstract ?? ''],
    ...record.subjects.map(({ label }) => ['KW', label] as const),
    ['N1', work.period ?? ''],
    ...noted(work),
    // TT is a translated title, which readers put in the place of the title.
    ...(work.chapter === null ? record.alternativeTitles : []).map(
      (title) => ['N1', `又名《${title}》`] as const,
    ),
    ...(work.chapter === null ? (record.parallelTitles ?? []) : []).map(
      ({ title }) => ['N1', `译名：${title}`] as const,
    ),
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
 * The tag for an editor is A2 in a part of a book and A3 of a book; ED is of an older RIS that many no longer read. RIS
 * has no tag for a commentator: that of an editor is the nearest, and a note says what the person did.
 */
function otherPeople({ people, container }: Work): (readonly [string, string])[] {
  const editor = container === null ? 'A3' : 'A2'
  return [
    ...[...people.editor, ...people.commentator].map((name) => [editor, name] as const),
    ...people.translator.map((name) => ['A4', name] as const),
  ]
}

/** SN is the number of a document where the type is of documents, else ISBN or ISSN; M1 is any other number. */
function numbers({ types, variables }: Work, standard: string | undefined): (readonly [string, string])[] {
  const number = variables.number ?? variables['collection-number']
  if (types.ris === 'GOVDOC') return [['SN', number ?? '']]
  return [
    ['SN', standard ?? ''],
    ['M1', number ?? ''],
  ]
}

function noted(work: Work): (readonly [string, string])[] {
  const { people, maker, others, variables } = work
  return [
    ['N1', attribution(work)] as const,
    ...people.commentator.map((name) => ['N1', `${name}注`] as const),
    ...(maker ? [maker, ...others] : others).map((did) => ['N1', statement(did, 'zh-CN', '、')] as const),
    ['N1', variables.note ?? ''],
  ]
}
