// How an issue is cited and catalogued: a part of its periodical.
import {
  known,
  positionIn,
  type KindDetailsExport,
  type KindManner,
  type MarcField,
  type RecordOf,
} from '@shuxiang/record'
import type { IssueDetails } from './details.ts'

export const manner: KindManner = {
  describes: 'work',
  csl: 'periodical',
  bibtex: 'misc',
  ris: 'SER',
  gbt: 'J',
  marc: { type: 'a', level: 'b' },
}

export function exports(record: RecordOf<IssueDetails>): KindDetailsExport {
  const { periodical, volume, number, year, pages } = record.details
  const issn = record.identifiers.find(({ scheme }) => scheme === 'issn')?.value
  const host = record.relations.find(({ role }) => role === 'partOf')?.recordId
  const numbered = [year && `${year}年`, volume && `第${volume}卷`, number && `第${number}期`].filter(Boolean)
  return {
    schemaOrg: known<unknown>({
      issueNumber: number,
      position: positionIn(record),
      isPartOf: { '@type': 'Periodical', name: periodical, ...(issn ? { issn } : {}) },
      ...(volume ? { volumeNumber: volume } : {}),
      pagination: pages === undefined ? undefined : `1-${pages}`,
    }),
    csl: known({
      'container-title': periodical,
      volume,
      issue: number,
      'number-of-pages': pages === undefined ? undefined : String(pages),
    }),
    marc: [
      ...(pages === undefined ? [] : [['300', '  ', ['a', `${pages}页`]] satisfies MarcField]),
      ['773', '08', ['t', periodical], ['g', numbered.join('')], ['w', host ?? ''], ['x', issn ?? '']],
    ],
  }
}
