// How an object is cited and catalogued.
import {
  known,
  type KindDetailsExport,
  type KindManner,
  type MarcField,
  type RecordOf,
} from '@shuxiang/record'
import type { ObjectDetails } from './details.ts'

export const manner: KindManner = {
  describes: 'work',
  csl: 'graphic',
  bibtex: 'misc',
  ris: 'ART',
  gbt: 'Z',
  marc: { type: 'r', level: 'm' },
}

export function exports(record: RecordOf<ObjectDetails>): KindDetailsExport {
  const { materials, technique, dimensions, era, findspot } = record.details
  const made = [...materials, ...(technique ? [technique] : [])].join('，')
  const holder = record.agents.find(({ role }) => role === 'holder')?.name
  const accession = record.identifiers.find(({ scheme }) => scheme === 'accession')?.value
  return {
    schemaOrg: known<unknown>({
      artMedium: technique,
      material: materials.length > 0 ? materials : undefined,
      size: dimensions,
      locationCreated: findspot && { '@type': 'Place', name: findspot },
      ...(era ? { temporalCoverage: era } : {}),
    }),
    csl: known({
      medium: made || undefined,
      dimensions,
      archive: holder,
      archive_location: accession,
    }),
    marc: [
      ...(made || dimensions
        ? [['300', '  ', ['b', made], ['c', dimensions ?? '']] satisfies MarcField]
        : []),
      ...(findspot || era
        ? [['500', '  ', ['a', [era, findspot].filter(Boolean).join('；')]] satisfies MarcField]
        : []),
      ...(holder || accession
        ? [['852', '  ', ['a', holder ?? ''], ['j', accession ?? '']] satisfies MarcField]
        : []),
    ],
  }
}
