// How an archived page is cited and catalogued.
import {
  known,
  type KindDetailsExport,
  type KindManner,
  type MarcField,
  type RecordOf,
} from '@shuxiang/record'
import type { WebDetails } from './details.ts'

export const manner: KindManner = {
  describes: 'work',
  csl: 'webpage',
  bibtex: 'misc',
  ris: 'ELEC',
  gbt: 'EB',
  marc: { type: 'a', level: 'i' },
}

export function exports({ details }: RecordOf<WebDetails>): KindDetailsExport {
  const { seed, captureCount, mime } = details
  return {
    schemaOrg: known<unknown>({ isBasedOn: seed, encodingFormat: mime }),
    csl: { genre: '网页典藏', note: `原网址：${seed}` },
    marc: [
      ...(mime ? [['347', '  ', ['b', mime]] satisfies MarcField] : []),
      ['500', '  ', ['a', `共采集${captureCount}次`]],
      ['856', '42', ['3', '原网址'], ['u', seed]],
    ],
  }
}
