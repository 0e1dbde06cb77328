// How a periodical as a whole is cited and catalogued.
import {
  dateOf,
  isoDate,
  isoEnd,
  known,
  type KindDetailsExport,
  type KindManner,
  type MarcField,
  type RecordOf,
} from '@shuxiang/record'
import { frequencies, nameOf } from '@shuxiang/vocabulary'
import { categoryCode } from '../classification.ts'
import type { PeriodicalDetails } from './details.ts'

/** Not RIS `JFULL`: Zotero takes it for an article of a journal. */
export const manner: KindManner = {
  describes: 'work',
  csl: 'periodical',
  bibtex: 'misc',
  ris: 'SER',
  gbt: 'J',
  marc: { type: 'a', level: 's' },
}

export function exports(record: RecordOf<PeriodicalDetails>): KindDetailsExport {
  const { frequency, place, firstIssue, lastIssue, classification } = record.details
  const issn = record.identifiers.find(({ scheme }) => scheme === 'issn')?.value
  const run = [firstIssue, lastIssue].filter((issue) => issue !== undefined)
  return {
    schemaOrg: known<unknown>({
      issn,
      startDate: isoDate(dateOf(record, 'begins')),
      endDate: isoEnd(dateOf(record, 'ends')),
      about: categoryCode(classification),
    }),
    csl: known({ 'publisher-place': place }),
    marc: [
      ...(classification ? [['084', '  ', ['a', classification], ['2', 'clc']] satisfies MarcField] : []),
      ...(frequency
        ? [['310', '  ', ['a', nameOf(frequencies, frequency, 'zh-CN')]] satisfies MarcField]
        : []),
      ...(run.length > 0 ? [['362', '1 ', ['a', run.join('—')]] satisfies MarcField] : []),
    ],
  }
}
