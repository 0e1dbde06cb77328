// A record as MARCXML. Source: https://www.loc.gov/standards/marcxml/schema/MARC21slim.xsd
import type { MarcField } from '@shuxiang/record'
import type { Cited } from './cited.ts'
import { oneLine } from './clean.ts'
import { authorityFields, authorityFixed } from './marc/authority.ts'
import { bibliographicFields, bibliographicFixed } from './marc/bibliographic.ts'
import { workOf, type Work } from './work.ts'

/** A whole XML document of one record; a chapter is a component part, with its work as host. */
export function toMarcXml(cited: Cited): string {
  const { record, kind } = cited
  const work = workOf(cited)
  const { describes } = kind.manner
  const agent = describes === 'person' || describes === 'organisation' ? describes : null
  const fields = agent ? authorityFields(cited, agent, work) : bibliographicFields(cited, work)
  const fixed = agent ? authorityFixed(agent) : bibliographicFixed(cited, work)
  const entered = stamp(record.updatedAt)
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    `<record xmlns="http://www.loc.gov/MARC21/slim" type="${agent ? 'Authority' : 'Bibliographic'}">\n` +
    `  <leader>${leader(cited, work, agent !== null)}</leader>\n` +
    `  <controlfield tag="001">${escaped(work.key)}</controlfield>\n` +
    `  <controlfield tag="005">${entered}.0</controlfield>\n` +
    `  <controlfield tag="008">${entered.slice(2, 8)}${fixed}</controlfield>\n` +
    inOrder(fields).map(dataField).join('') +
    '</record>\n'
  )
}

function leader({ kind }: Cited, work: Work, isAgent: boolean): string {
  const { type, level } = kind.manner.marc
  if (isAgent) return `00000n${type}${level} a2200000n  4500`
  return `00000n${type}${work.chapter === null ? level : 'a'} a2200000 i 4500`
}

/** By tag; fields of one tag stay as they came. */
function inOrder(fields: readonly MarcField[]): MarcField[] {
  return fields.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
}

function dataField([tag, indicators, ...subfields]: MarcField): string {
  const inner = subfields
    .filter(([, value]) => oneLine(value) !== '')
    .map(([code, value]) => `<subfield code="${code}">${escaped(value)}</subfield>`)
    .join('')
  // A field of which only the source of its code is known says nothing.
  if (subfields.every(([code, value]) => code === '2' || oneLine(value) === '')) return ''
  return `  <datafield tag="${tag}" ind1="${indicators[0]}" ind2="${indicators[1]}">${inner}</datafield>\n`
}

function stamp(date: Date): string {
  return date.toISOString().replace(/[-:T]/g, '').slice(0, 14)
}

function escaped(text: string): string {
  return oneLine(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
