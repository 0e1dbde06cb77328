// A record as BibTeX. Source: https://ctan.org/pkg/biblatex (roles and dates); UTF-8 as biber and current BibTeX read it.
import { workOf, type Cited, type Work } from './cited.ts'
import { oneLine } from './clean.ts'

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
  const fields: readonly (readonly [string, string])[] = [
    ['title', `{${escaped(work.title)}}`],
    ['booktitle', work.container === null ? '' : `{${escaped(work.container)}}`],
    ['chapter', work.chapter === null ? '' : String(work.chapter)],
    ['author', names(work.authors)],
    ['editor', names(work.people.editor)],
    ['translator', names(work.people.translator)],
    ['commentator', names(work.people.commentator)],
    // Readers of BibTeX count years before our era from -1; without a year the entry says so.
    ['year', work.year === null ? 'n.d.' : String(work.year)],
    ['series', work.series === null ? '' : escaped(work.series)],
    ['edition', `${escaped(work.edition)} 电子版`],
    ['langid', record.language.startsWith('en') ? 'english' : 'chinese'],
    ['keywords', record.subjects.map(escaped).join(', ')],
    ['note', noted(work)],
    ['howpublished', escaped(record.source.name)],
    ['url', work.url ?? ''],
    ['urldate', cited.accessed ?? ''],
  ]
  const lines = fields.filter(([, value]) => value !== '').map(([name, value]) => `  ${name} = {${value}},`)
  return `@${work.manner.bibtex}{${work.key},\n${lines.join('\n')}\n}\n`
}

/** Braces keep a Chinese name from being taken apart at a space, and an " and " inside of it whole. */
function names(people: readonly string[]): string {
  return people.map((name) => `{${escaped(name)}}`).join(' and ')
}

/** Period, and the roles that not every reader of BibTeX knows. */
function noted({ period, people }: Work): string {
  const facts = [
    period ?? '',
    people.attributed.length === 0 ? '' : `旧题${people.attributed.join('、')}撰`,
    people.commentator.length === 0 ? '' : `${people.commentator.join('、')}注`,
  ]
  return facts.filter(Boolean).map(escaped).join('；')
}

function escaped(text: string): string {
  return oneLine(text).replace(/[\\{}$&#%_~^]/g, (char) => special[char] ?? char)
}
