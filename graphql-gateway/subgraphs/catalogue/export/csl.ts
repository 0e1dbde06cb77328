// A record as CSL-JSON 1.0.2. Source: https://github.com/citation-style-language/schema/blob/v1.0.2/schemas/input/csl-data.json
import { known, type Moment, type StatedDate } from '@shuxiang/record'
import { entryOf, leading, roles } from '@shuxiang/vocabulary'
import type { Cited } from './cited.ts'
import { oneLine } from './clean.ts'
import { noted } from './notes.ts'
import { chineseEdition, workOf } from './work.ts'

/** `date-parts` has one list for a date, two for a span; years before our era are negative. */
interface CslDate {
  readonly 'date-parts': readonly (readonly number[])[]
  readonly circa?: true
}
/** Whole names: nobody may take a Chinese name apart at a space. */
interface CslName {
  readonly literal: string
}
type CslItem = Readonly<Record<string, string | CslDate | readonly CslName[]>>

/** A list of one item, as reference managers read it. */
export function toCslJson(cited: Cited): string {
  return JSON.stringify([itemOf(cited)], null, 2)
}

function itemOf(cited: Cited): CslItem {
  const { record, accessed } = cited
  const work = workOf(cited)
  const texts = known<string>({
    ...work.variables,
    title: work.title,
    'container-title': work.container,
    'collection-title': work.series,
    'chapter-number': work.chapter === null ? null : String(work.chapter),
    edition: chineseEdition(work),
    publisher: work.publisher,
    ...identifiersOf(cited),
    abstract: work.chapter === null ? record.abstract : null,
    keyword: record.subjects.map(({ label }) => label).join(', '),
    note: noted(work).join('；'),
    language: record.language,
    source: record.source.name,
    URL: work.url,
  })
  const { issued, created } = work
  return {
    id: work.key,
    type: work.types.csl,
    ...Object.fromEntries(
      Object.entries(texts)
        .map(([name, text]) => [name, oneLine(text)] as const)
        .filter(([, text]) => text !== ''),
    ),
    ...namesOf(cited),
    ...known({
      issued: cslDate(issued ?? created),
      'original-date': issued === null ? null : cslDate(created),
      'event-date': cited.kind.manner.describes === 'event' ? cslDate(issued) : null,
      accessed: accessed === null ? null : { 'date-parts': [accessed.split('-').map(Number)] },
    }),
  }
}

/** A publisher is a text in CSL, and a kind says for itself who holds a thing. */
function namesOf({ record: { agents } }: Cited): Record<string, readonly CslName[]> {
  const names: Record<string, CslName[]> = {}
  for (const { name, role } of leading(agents)) {
    const variable = entryOf(roles, role)?.csl
    if (variable === undefined || role === 'publisher') continue
    names[variable] = [...(names[variable] ?? []), { literal: oneLine(name) }]
  }
  return names
}

/** Identifiers that have a variable, and a field in BibTeX and RIS. */
export function identifiersOf({
  record,
  chapter,
}: Cited): Readonly<Record<'ISBN' | 'ISSN' | 'DOI', string | undefined>> {
  const value = (scheme: string) => record.identifiers.find((each) => each.scheme === scheme)?.value
  return { ISBN: value('isbn'), ISSN: value('issn'), DOI: chapter ? undefined : value('doi') }
}

function cslDate(date: StatedDate | null): CslDate | null {
  if (date === null) return null
  const ends = date.from === date.to ? [date.from] : [date.from, date.to]
  const parts = ends.filter((moment) => moment !== null).map(partsOf)
  return { 'date-parts': parts, ...(date.circa ? { circa: true } : {}) }
}

function partsOf({ year, month, day }: Moment): number[] {
  return [year, ...(month === null ? [] : [month]), ...(day === null ? [] : [day])]
}
