// How an organisation is told: schema.org's Organization, and fields of a MARC 21 authority record.
import {
  dateOf,
  isoDate,
  known,
  type KindDetailsExport,
  type KindManner,
  type MarcField,
  type RecordOf,
} from '@shuxiang/record'
import type { OrganisationDetails } from './details.ts'

/** References cite the page about the organisation. */
export const manner: KindManner = {
  describes: 'organisation',
  csl: 'entry-encyclopedia',
  bibtex: 'misc',
  ris: 'ELEC',
  gbt: 'EB',
  marc: { type: 'z', level: ' ' },
}

export function exports(record: RecordOf<OrganisationDetails>): KindDetailsExport {
  const { type, parent, address, website } = record.details
  const founded = isoDate(dateOf(record, 'founded'))
  return {
    schemaOrg: known<unknown>({
      additionalType: type,
      foundingDate: founded,
      parentOrganization: parent && { '@type': 'Organization', name: parent },
      address,
      sameAs: website,
    }),
    marc: [
      ['046', '  ', ['q', founded ?? ''], ['2', 'iso8601']],
      ['368', '  ', ['a', type ?? '']],
      ['371', '  ', ['a', address ?? ''], ['u', website ?? '']],
      ...record.alternativeTitles.map((name): MarcField => ['410', '2 ', ['a', name]]),
      ...(parent ? [['510', '2 ', ['w', 't'], ['a', parent]] satisfies MarcField] : []),
    ],
  }
}
