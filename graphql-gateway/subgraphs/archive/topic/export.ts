// How a topic is cited and catalogued.
import type { KindDetailsExport, KindManner, RecordOf } from '@shuxiang/record'
import type { TopicDetails } from './details.ts'

export const manner: KindManner = {
  describes: 'work',
  csl: 'collection',
  bibtex: 'misc',
  ris: 'ELEC',
  gbt: 'EB',
  marc: { type: 'a', level: 'c' },
}

export function exports({ details: { seedCount } }: RecordOf<TopicDetails>): KindDetailsExport {
  return {
    schemaOrg: { collectionSize: seedCount },
    csl: { genre: '网页典藏专题' },
    marc: [['300', '  ', ['a', `${seedCount}个网站`]]],
  }
}
