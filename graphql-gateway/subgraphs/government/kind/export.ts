// How a government document is cited and catalogued.
import {
  dateOf,
  isoDate,
  known,
  type KindDetailsExport,
  type KindManner,
  type MarcField,
  type RecordOf,
} from '@shuxiang/record'
import { nameOf, statuses, type StatusId } from '@shuxiang/vocabulary'
import type { GovernmentDetails } from './details.ts'

export const manner: KindManner = {
  describes: 'work',
  csl: 'report',
  bibtex: 'misc',
  ris: 'GOVDOC',
  gbt: 'EB',
  marc: { type: 'a', level: 'm' },
}

/** https://schema.org/LegalForceStatus */
const forces: Readonly<Record<StatusId, string>> = {
  pending: 'NotInForce',
  inForce: 'InForce',
  amended: 'PartiallyInForce',
  repealed: 'NotInForce',
}

export function exports(record: RecordOf<GovernmentDetails>): KindDetailsExport {
  const { documentNumber, indexNumber, categories, status } = record.details
  const effective = isoDate(dateOf(record, 'effective'))
  const repealed = isoDate(dateOf(record, 'repealed'))
  const notes = [
    effective && `施行日期：${effective}`,
    repealed && `废止日期：${repealed}`,
    status && `效力：${nameOf(statuses, status, 'zh-CN')}`,
  ].filter((note) => note !== undefined)
  return {
    schemaOrg: known<unknown>({
      legislationIdentifier: documentNumber,
      legislationType: record.form,
      legislationDate: isoDate(dateOf(record, 'issued')),
      legislationDateOfApplicability: effective,
      legislationLegalForce: status && `https://schema.org/${forces[status]}`,
      about: categories.length > 0 ? categories.map((name) => ({ '@type': 'Thing', name })) : undefined,
    }),
    csl: known({ number: documentNumber, genre: record.form }),
    marc: [
      ...(indexNumber ? [['024', '8 ', ['a', indexNumber], ['q', '索引号']] satisfies MarcField] : []),
      ...(documentNumber ? [['088', '  ', ['a', documentNumber]] satisfies MarcField] : []),
      ...(notes.length > 0 ? [['500', '  ', ['a', notes.join('；')]] satisfies MarcField] : []),
      ...categories.map((category): MarcField => ['653', '  ', ['a', category]]),
    ],
  }
}
