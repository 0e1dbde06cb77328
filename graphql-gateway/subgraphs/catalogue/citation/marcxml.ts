// A record as MARCXML (MARC 21 bibliographic). Source: https://www.loc.gov/standards/marcxml/schema/MARC21slim.xsd
import { workOf, type Cited, type CitedRecord, type Kind, type Role, type Work } from './cited.ts'
import { oneLine } from './clean.ts'

type Subfield = readonly [code: string, value: string]
type Field = readonly [tag: string, indicators: string, ...subfields: Subfield[]]

/** MARC language codes (ISO 639-2/B); classical Chinese has none of its own there. */
const marcLanguages: Readonly<Record<string, string>> = { lzh: 'chi', zh: 'chi', en: 'eng' }
const leaders: Readonly<Partial<Record<Kind, string>>> = { audio: 'i', video: 'g', object: 'k' }
const relators: Readonly<Record<Role, string>> = {
  author: '著',
  attributed: '题',
  editor: '编',
  translator: '译',
  commentator: '注',
}

/** A whole XML document of one record; a chapter is a component part, with its work as host. */
export function toMarcXml(cited: Cited): string {
  const doc = cited.record
  const work = workOf(cited)
  const fields = fieldsOf(doc, work).map(([tag, indicators, ...subfields]) => {
    const inner = subfields
      .filter(([, value]) => oneLine(value) !== '')
      .map(([code, value]) => `<subfield code="${code}">${escaped(value)}</subfield>`)
      .join('')
    return inner === ''
      ? ''
      : `  <datafield tag="${tag}" ind1="${indicators[0]}" ind2="${indicators[1]}">${inner}</datafield>\n`
  })
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    '<record xmlns="http://www.loc.gov/MARC21/slim" type="Bibliographic">\n' +
    `  <leader>00000n${leaders[doc.kind] ?? 'a'}${work.chapter === null ? 'm' : 'a'} a2200000 i 4500</leader>\n` +
    `  <controlfield tag="001">${escaped(work.key)}</controlfield>\n` +
    `  <controlfield tag="005">${stamp(doc.updatedAt)}.0</controlfield>\n` +
    `  <controlfield tag="008">${fixed(doc)}</controlfield>\n` +
    fields.join('') +
    '</record>\n'
  )
}

function fieldsOf(doc: CitedRecord, work: Work): Field[] {
  const [first, ...others] = doc.creators
  const person = ({ name, role }: CitedRecord['creators'][number]): Subfield[] => [
    ['a', name],
    ['e', relators[role]],
  ]
  return [
    ...doc.identifiers.map(({ scheme, value }): Field => ['024', '7 ', ['a', value], ['2', scheme]]),
    ['041', '07', ['a', doc.language], ['2', 'rfc5646']],
    ...(first ? [['100', '1 ', ...person(first)] as const] : []),
    ['245', `${first ? 1 : 0}0`, ['a', work.title], ['c', doc.creators.map(({ name }) => name).join('，')]],
    ...(work.chapter === null ? doc.alternativeTitles : []).map((title): Field => [
      '246',
      '3 ',
      ['a', title],
    ]),
    ['250', '  ', ['a', `${work.edition} 电子版`]],
    ...(doc.period ? [['388', '1 ', ['a', doc.period.label]] as const] : []),
    ...(doc.collection ? [['490', '0 ', ['a', doc.collection.label]] as const] : []),
    ...(work.chapter === null ? contents(doc.parts) : []),
    ['520', '  ', ['a', doc.abstract ?? '']],
    ['540', '  ', ['a', doc.rights]],
    ['588', '  ', ['a', `${doc.source.name}（${doc.source.licence}）`]],
    ...doc.subjects.map((subject): Field => ['653', '  ', ['a', subject]]),
    ...(doc.form ? [['655', ' 4', ['a', doc.form]] as const] : []),
    ...others.map((creator): Field => ['700', '1 ', ...person(creator)]),
    ...(work.chapter === null
      ? []
      : [['773', '08', ['t', doc.title], ['g', `第${work.chapter}篇`], ['w', doc._id]] as const]),
    ...(work.url ? [['856', '40', ['u', work.url]] as const] : []),
  ]
}

/** A field of MARC has room for 9,999 bytes: long contents take several, each with whole titles. */
function contents(parts: CitedRecord['parts']): Field[] {
  const fields: string[] = []
  for (const { title } of parts) {
    const last = fields.at(-1)
    const longer = last === undefined ? title : `${last} -- ${title}`
    if (last !== undefined && Buffer.byteLength(longer) <= 9000) fields[fields.length - 1] = longer
    else fields.push(title)
  }
  return fields.map((text) => ['505', '0 ', ['a', text]])
}

/** Field 008, 40 characters: entered, dates, place, language. */
function fixed(doc: CitedRecord): string {
  const entered = stamp(doc.updatedAt).slice(2, 8)
  const dated = doc.year !== null && doc.year > 0
  const dates = dated ? `s${String(doc.year).padStart(4, '0')}    ` : 'nuuuuuuuu'
  const language = marcLanguages[doc.language.split('-')[0] ?? ''] ?? 'und'
  return `${entered}${dates}cc ${' '.repeat(17)}${language} d`
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
