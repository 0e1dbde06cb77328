// A record as BibTeX. Source: https://ctan.org/pkg/biblatex (roles and dates); UTF-8 as biber and current BibTeX read it.
import { workOf, type Cited } from './cited.ts'
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
    ...dateFields(work.year),
    ['series', work.series === null ? '' : escaped(work.series)],
    ['edition', `${escaped(work.edition)} 电子版`],
    ['langid', record.language.startsWith('en') ? 'english' : 'chinese'],
    ['keywords', record.subjects.map(escaped).join(', ')],
    [
      'note',
      [work.period ?? '', attribution(work.people.attributed)].filter(Boolean).map(escaped).join('；'),
    ],
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

/** Without a year the entry says so; before our era `date` has it as ISO 8601-2 counts, where 1 BCE is year 0. */
function dateFields(year: number | null): readonly (readonly [string, string])[] {
  if (year === null) return [['year', 'n.d.']]
  if (year > 0) return [['year', String(year)]]
  return [
    ['date', year === -1 ? '0000' : `-${String(-year - 1).padStart(4, '0')}`],
    ['year', `${-year} BCE`],
  ]
}

function attribution(people: readonly string[]): string {
  return people.length === 0 ? '' : `旧题${people.join('、')}撰`
}

function escaped(text: string): string {
  return oneLine(text).replace(/[\\{}$&#%_~^]/g, (char) => special[char] ?? char)
}
