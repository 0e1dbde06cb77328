// How a lecture is cited and catalogued.
import {
  isoDuration,
  known,
  marcDuration,
  positionIn,
  type KindDetailsExport,
  type KindManner,
  type MarcField,
  type RecordOf,
} from '@shuxiang/record'
import type { LectureDetails } from './details.ts'

export const manner: KindManner = {
  describes: 'work',
  csl: 'speech',
  bibtex: 'misc',
  ris: 'VIDEO',
  gbt: 'Z',
  marc: { type: 'g', level: 'a' },
}

export function exports(record: RecordOf<LectureDetails>): KindDetailsExport {
  const { series, duration, level } = record.details
  const position = positionIn(record)
  const host = record.relations.find(({ role }) => role === 'partOf')?.recordId
  const long = duration === undefined ? undefined : isoDuration(duration)
  return {
    schemaOrg: known<unknown>({
      learningResourceType: '讲座',
      educationalLevel: level,
      timeRequired: long,
      position,
      isPartOf: series && { '@type': 'Course', name: series },
    }),
    csl: known({
      genre: '讲座',
      'container-title': series,
      number: position === undefined ? undefined : String(position),
      dimensions: long,
    }),
    marc: [
      ...(duration ? [['306', '  ', ['a', marcDuration(duration)]] satisfies MarcField] : []),
      ...(level ? [['521', '  ', ['a', level]] satisfies MarcField] : []),
      ...(series
        ? [
            [
              '773',
              '08',
              ['t', series],
              ['g', position === undefined ? '' : `第${position}讲`],
              ['w', host ?? ''],
            ] satisfies MarcField,
          ]
        : []),
    ],
  }
}
