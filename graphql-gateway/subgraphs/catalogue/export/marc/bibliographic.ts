// Fields of a bibliographic record. Source: https://www.loc.gov/marc/bibliographic/
import type { MarcField, MarcSubfield } from '@shuxiang/record'
import { entryOf, leading, roles } from '@shuxiang/vocabulary'
import type { Cited, CitedRecord } from '../cited.ts'
import { attribution } from '../notes.ts'
import { chineseEdition, dayIn, type Work } from '../work.ts'

type Agent = CitedRecord['agents'][number]

/** MARC language codes (ISO 639-2/B); classical Chinese has none of its own there. */
const marcLanguages: Readonly<Record<string, string>> = { lzh: 'chi', zh: 'chi', en: 'eng' }

export function bibliographicFields({ record }: Cited, work: Work): MarcField[] {
  // The publisher has a field of its own.
  const agents = leading(record.agents).filter(({ role }) => role !== 'publisher')
  const [first, ...others] = agents
  return [
    ...record.identifiers.map(identifier),
    ['041', '07', ['a', record.language], ['2', 'rfc5646']],
    ...(first ? [agentField('1', first)] : []),
    ['245', `${first ? 1 : 0}0`, ['a', work.title], ['c', agents.map(({ name }) => name).join('，')]],
    ...(work.chapter === null ? record.alternativeTitles : []).map((title): MarcField => [
      '246',
      '3 ',
      ['a', title],
    ]),
    // The second indicator says that the title is a parallel one.
    ...(work.chapter === null ? (record.parallelTitles ?? []) : []).map(({ title }): MarcField => [
      '246',
      '31',
      ['a', title],
    ]),
    ['250', '  ', ['a', chineseEdition(work)]],
    ...publication(work),
    ...(record.period ? [['388', '1 ', ['a', record.period.label]] satisfies MarcField] : []),
    ...(record.collection ? [['490', '0 ', ['a', record.collection.label]] satisfies MarcField] : []),
    ...(work.chapter === null ? contentsOf(record) : []),
    ['500', '  ', ['a', attribution(work)]],
    ['520', '  ', ['a', record.abstract ?? '']],
    ['540', '  ', ['a', record.rights.label], ['u', record.rights.statement ?? '']],
    ['588', '  ', ['a', `${record.source.name}（${record.source.licence}）`]],
    ...record.subjects.map(subject),
    ...record.places.map(({ label }): MarcField => ['651', ' 4', ['a', label]]),
    ...(record.form ? [['655', ' 4', ['a', record.form]] satisfies MarcField] : []),
    ...others.map((agent) => agentField('7', agent)),
    ...(work.chapter === null
      ? []
      : [
          [
            '773',
            '08',
            ['t', record.title],
            ['g', `第${work.chapter}篇`],
            ['w', record.id],
          ] satisfies MarcField,
        ]),
    ...(work.url ? [['856', '40', ['u', work.url]] satisfies MarcField] : []),
    ...(work.details.marc ?? []),
  ]
}

function identifier({ scheme, value }: CitedRecord['identifiers'][number]): MarcField {
  if (scheme === 'isbn') return ['020', '  ', ['a', value.replace(/[-\s]/g, '')]]
  if (scheme === 'issn') return ['022', '  ', ['a', value]]
  return ['024', '7 ', ['a', value], ['2', scheme]]
}

/** 100 or 700 for a person, 110 or 710 for an organisation, with what was done as term and code. */
function agentField(place: '1' | '7', { name, role, type }: Agent): MarcField {
  const entry = entryOf(roles, role)
  const subfields: MarcSubfield[] = [['a', name]]
  if (entry) subfields.push(['e', entry.marcTerm], ['4', entry.marc])
  return type === 'organisation' ? [`${place}10`, '2 ', ...subfields] : [`${place}00`, '1 ', ...subfields]
}

function publication({ publisher, place, issued, year }: Work): MarcField[] {
  if (publisher === null) return []
  const date = issued === null ? '' : (dayIn(issued) ?? String(year ?? ''))
  return [['264', ' 1', ['a', place ?? ''], ['b', publisher], ['c', date]]]
}

function subject({ label, scheme, code }: CitedRecord['subjects'][number]): MarcField {
  if (scheme === null) return ['653', '  ', ['a', label]]
  return ['650', ' 7', ['a', label], ['0', code ?? ''], ['2', scheme]]
}

/** A field of MARC has room for 9,999 bytes: long contents take several, each with whole titles. */
function contentsOf({ contents }: CitedRecord): MarcField[] {
  const fields: string[] = []
  for (const { title } of contents) {
    const last = fields.at(-1)
    const longer = last === undefined ? title : `${last} -- ${title}`
    if (last !== undefined && Buffer.byteLength(longer) <= 9000) fields[fields.length - 1] = longer
    else fields.push(title)
  }
  return fields.map((text) => ['505', '0 ', ['a', text]])
}

/** Field 008 behind the day of entry: dates, place, language; 40 characters with it. */
export function bibliographicFixed({ record, kind }: Cited, work: Work): string {
  const language = marcLanguages[record.language.split('-')[0] ?? ''] ?? 'und'
  return `${dates(work, kind.manner.marc.level === 's')}cc ${' '.repeat(17)}${language} d`
}

/** Type of date and two years; `u` for what is not known, 9999 for what still comes out. */
function dates({ issued, created, year }: Work, isSerial: boolean): string {
  const date = issued ?? created
  if (date === null || year === null || year < 1) return 'nuuuuuuuu'
  const first = String(year).padStart(4, '0')
  const last = date.to?.year
  if (isSerial) return last === undefined ? `c${first}9999` : `d${first}${String(last).padStart(4, '0')}`
  if (last === undefined) return `m${first}9999`
  return last === year ? `s${first}    ` : `m${first}${String(last).padStart(4, '0')}`
}
