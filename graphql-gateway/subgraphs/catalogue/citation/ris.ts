// A record as RIS. Source: https://refdb.sourceforge.net/manual-0.9.6/sect1-ris-format.html
import type { CitedRecord } from './cited.ts'
import { absoluteUrl, oneLine } from './clean.ts'

const types: Readonly<Record<string, string>> = {
  book: 'BOOK',
  periodical: 'JFULL',
  audio: 'SOUND',
  video: 'VIDEO',
  course: 'MULTI',
  government: 'GOVDOC',
  web: 'ELEC',
  object: 'ART',
}
const roleTags: Readonly<Record<string, string>> = {
  author: 'AU',
  attributed: 'AU',
  editor: 'ED',
  translator: 'A4',
  commentator: 'A2',
}

/** Tags and values, one a line, ended as the format wants by CR LF. `origin` is `https://…` or empty. */
export function toRis(doc: CitedRecord, origin = ''): string {
  const lines: readonly (readonly [string, string])[] = [
    ['TY', types[doc.kind] ?? 'GEN'],
    ['ID', doc._id],
    ['TI', doc.title],
    ...doc.alternativeTitles.map((title) => ['TT', title] as const),
    ...doc.creators.map(({ name, role }) => [roleTags[role] ?? 'AU', name] as const),
    ['PY', doc.year === null ? '' : String(doc.year)],
    ['T2', doc.collection?.label ?? ''],
    ['LA', doc.language],
    ['AB', doc.abstract ?? ''],
    ...doc.subjects.map((subject) => ['KW', subject] as const),
    ['N1', doc.period?.label ?? ''],
    ['DP', doc.source.name],
    ['UR', absoluteUrl(origin, doc._id) ?? ''],
  ]
  return (
    lines
      .map(([tag, value]) => [tag, oneLine(value)] as const)
      .filter(([, value]) => value !== '')
      .map(([tag, value]) => `${tag}  - ${value}\r\n`)
      .join('') + 'ER  - \r\n'
  )
}
