// A record as BibTeX. Source: https://www.ctan.org/pkg/bibtex; UTF-8 as biber and current BibTeX read it.
import type { CitedRecord } from './cited.ts'
import { absoluteUrl, oneLine } from './clean.ts'

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

const editing = new Set(['editor', 'translator', 'commentator'])

/** One entry; its key is the record's id, so that it never changes. `origin` is `https://…` or empty. */
export function toBibtex(doc: CitedRecord, origin = ''): string {
  const people = (wanted: (role: string) => boolean): string =>
    doc.creators
      .filter(({ role }) => wanted(role))
      // Braces keep a Chinese name from being taken apart at a space, and an " and " inside of it whole.
      .map(({ name }) => `{${escaped(name)}}`)
      .join(' and ')
  const fields: readonly (readonly [string, string])[] = [
    ['title', `{${escaped(doc.title)}}`],
    ['author', people((role) => !editing.has(role))],
    ['editor', people((role) => role === 'editor')],
    ['year', doc.year === null ? '' : String(doc.year)],
    ['series', doc.collection ? escaped(doc.collection.label) : ''],
    ['langid', doc.language.startsWith('en') ? 'english' : 'chinese'],
    ['keywords', doc.subjects.map(escaped).join(', ')],
    ['note', doc.period ? escaped(doc.period.label) : ''],
    ['howpublished', escaped(doc.source.name)],
    ['url', absoluteUrl(origin, doc._id) ?? ''],
  ]
  const lines = fields.filter(([, value]) => value !== '').map(([name, value]) => `  ${name} = {${value}},`)
  return `@${doc.kind === 'book' ? 'book' : 'misc'}{${doc._id},\n${lines.join('\n')}\n}\n`
}

function escaped(text: string): string {
  return oneLine(text).replace(/[\\{}$&#%_~^]/g, (char) => special[char] ?? char)
}
