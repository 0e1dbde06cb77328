// What must come out of the fixtures of the kinds, from the records and not from the code that writes them.
import { statedDate, type RecordContent } from '@shuxiang/record'
import type { RoleId } from '@shuxiang/vocabulary'

const origin = 'https://example.org'

/** What a reader must find, from the record and not from the code that writes it. */
export function factsOf(record: RecordContent) {
  const did = (...roles: RoleId[]) =>
    record.agents.filter(({ role }) => roles.includes(role)).map(({ name }) => name)
  const isAgent = record.kind === 'person' || record.kind === 'organisation'
  const dated = ['issued', 'captured', 'begins', 'created'] as const
  const edtf = dated.map((role) => record.dates.find((date) => date.role === role)?.edtf).find(Boolean)
  const date = edtf === undefined || isAgent ? null : statedDate(edtf)
  const authors = did('author', 'attributed', 'lecturer', 'artist', 'photographer', 'issuer')
  return {
    authors: authors.length > 0 ? authors : did('director'),
    editors: did('editor'),
    translators: did('translator'),
    publisher: did('publisher')[0],
    year: (date?.from ?? date?.to)?.year,
    isbn: record.identifiers.find(({ scheme }) => scheme === 'isbn')?.value,
    issn: record.identifiers.find(({ scheme }) => scheme === 'issn')?.value,
    url: `${origin}/item/${record.id}`,
  }
}
/** What a part is a part of. */
export const containers: Readonly<Record<string, string>> = {
  poem: '全唐诗',
  issue: '中国图书馆学报',
  episode: '朝花夕拾',
  lecture: '中国古代文学史（先秦至唐）',
}

/** Facts of the details that must come through, whoever reads. */
export const own: Readonly<
  Record<
    string,
    { readonly schemaOrg?: readonly string[]; readonly marc?: readonly (readonly [string, string, string])[] }
  >
> = {
  book: {
    schemaOrg: ['第3版', 'B222.22', '316'],
    marc: [
      ['020', 'a', '9787101070248'],
      ['250', 'a', '第3版'],
    ],
  },
  periodical: {
    schemaOrg: ['1001-8867', '1957'],
    marc: [
      ['022', 'a', '1001-8867'],
      ['310', 'a', '双月刊'],
    ],
  },
  issue: { schemaOrg: ['2024-05-15', '50'], marc: [['773', 't', '中国图书馆学报']] },
  audio: { schemaOrg: ['PT3H51M'], marc: [['306', 'a', '035100']] },
  episode: {
    schemaOrg: ['PT21M5S'],
    marc: [
      ['306', 'a', '002105'],
      ['773', 'g', '第6集'],
    ],
  },
  video: { schemaOrg: ['PT52M12S', '1080'], marc: [['041', 'j', 'en']] },
  picture: { schemaOrg: ['绢本设色'], marc: [['300', 'b', '绢本设色']] },
  event: {
    schemaOrg: ['2026-12-05T14:00:00+08:00', '6—12岁儿童及家长'],
    marc: [['521', 'a', '6—12岁儿童及家长']],
  },
  object: { schemaOrg: ['青铜', '-001037'], marc: [['852', 'j', '04094']] },
  person: {
    schemaOrg: ['0701', '0762-12', '碎叶'],
    marc: [
      ['046', 'f', '0701'],
      ['400', 'a', '青莲居士'],
    ],
  },
  organisation: { schemaOrg: ['1909-09-09'], marc: [['410', 'a', '京师图书馆']] },
  government: {
    schemaOrg: ['青政办发〔2024〕12号', '2024-05-01', 'InForce'],
    marc: [['088', 'a', '青政办发〔2024〕12号']],
  },
  course: { schemaOrg: ['PT18H', '建安风骨'], marc: [['521', 'a', '本科生']] },
  lecture: { schemaOrg: ['PT45M12S'], marc: [['773', 'g', '第5讲']] },
  web: { schemaOrg: ['http://www.example.org/'], marc: [['856', 'u', 'http://www.example.org/']] },
  topic: { schemaOrg: ['312'], marc: [['300', 'a', '312个网站']] },
}
