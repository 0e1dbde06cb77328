// A record as BibTeX. Source: https://ctan.org/pkg/biblatex (roles and dates); UTF-8 as biber and current BibTeX read it.
import { identifiersOf } from './csl.ts'
import type { Cited } from './cited.ts'
import { oneLine } from './clean.ts'
import { noted } from './notes.ts'
import { chineseEdition, dayIn, workOf } from './work.ts'

const special: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

/** One entry; its key never changes. */
export function toBibtex(cited: Cited): string {
  const { record } = cited
  const work = workOf(cited)
  const { variables } = work
  const { ISBN, ISSN, DOI } = identifiersOf(cited)
  const text = (value: string | undefined): string => (value === undefined ? '' : escaped(value))
  const fields: readonly (readonly [string, string])[] = [
    ['title', `{${escaped(work.title)}}`],
    ['booktitle', work.container === null ? '' : `{${escaped(work.container)}}`],
    ['chapter', work.chapter === null ? '' : String(work.chapter)],
    ['author', names(work.authors.length > 0 ? work.authors : (work.maker?.names ?? []))],
    ['editor', names(work.people.editor)],
    ['translator', names(work.people.translator)],
    ['commentator', names(work.people.commentator)],
    // Readers of BibTeX count years before our era from -1; without a year the entry says so.
    ['year', work.year === null ? 'n.d.' : String(work.year)],
    ['date', dayIn(work.issued ?? work.created) ?? ''],
    ['series', work.series === null ? '' : escaped(work.series)],
    ['volume', text(variables.volume)],
    ['number', text(variables.issue ?? variables.number ?? variables['collection-number'])],
    ['edition', escaped(chineseEdition(work))],
    ['publisher', work.publisher === null ? '' : `{${escaped(work.publisher)}}`],
    ['address', work.publisher === null ? '' : text(work.place ?? undefined)],
    ['isbn', text(ISBN)],
    ['issn', text(ISSN)],
    ['doi', text(DOI)],
    ['pagetotal', text(variables['number-of-pages'])],
    ['type', text(variables.genre)],
    ['langid', record.language.startsWith('en') ? 'english' : 'chinese'],
    ['keywords', record.subjects.map(({ label }) => escaped(label)).join(', ')],
    [
      'note',
      [...noted(work), variables.medium ?? '', variables.dimensions ?? '']
        .filter(Boolean)
        .map(escaped)
        .join('；'),
    ],
    ['howpublished', escaped(record.source.name)],
    ['url', work.url ?? ''],
    ['urldate', cited.accessed ?? ''],
  ]
  const lines = fields.filter(([, value]) => value !== '').map(([name, value]) => `  ${name} = {${value}},`)
  return `@${work.types.bibtex}{${work.key},\n${lines.join('\n')}\n}\n`
}

/** Braces keep a Chinese name from being taken apart at a space, and an " and " inside of it whole. */
function names(people: readonly string[]): string {
  return people.map((name) => `{${escaped(name)}}`).join(' and ')
}

function escaped(text: string): string {
  return oneLine(text).replace(/[\\{}$&#%_~^]/g, (char) => special[char] ?? char)
}
