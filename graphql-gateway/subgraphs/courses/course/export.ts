// How a course is cited and catalogued.
import {
  dateOf,
  isoDate,
  isoDuration,
  isoEnd,
  known,
  marcDuration,
  type KindDetailsExport,
  type KindManner,
  type MarcField,
  type RecordOf,
} from '@shuxiang/record'
import type { CourseDetails } from './details.ts'

export const manner: KindManner = {
  describes: 'work',
  csl: 'document',
  bibtex: 'misc',
  ris: 'VIDEO',
  gbt: 'Z',
  marc: { type: 'g', level: 'm' },
}

export function exports(record: RecordOf<CourseDetails>): KindDetailsExport {
  const { level, lectureCount, duration, syllabus } = record.details
  const begins = isoDate(dateOf(record, 'begins'))
  const instance = known<unknown>({
    courseMode: 'online',
    startDate: begins,
    endDate: isoEnd(dateOf(record, 'ends')),
    courseWorkload: duration === undefined ? undefined : isoDuration(duration),
  })
  return {
    schemaOrg: known<unknown>({
      educationalLevel: level,
      hasCourseInstance: { '@type': 'CourseInstance', ...instance },
      syllabusSections:
        syllabus.length > 0 ? syllabus.map((name) => ({ '@type': 'Syllabus', name })) : undefined,
    }),
    csl: known({
      genre: '公开课',
      dimensions: duration === undefined ? undefined : isoDuration(duration),
    }),
    marc: [
      ...(lectureCount ? [['300', '  ', ['a', `${lectureCount}讲`]] satisfies MarcField] : []),
      ...(duration ? [['306', '  ', ['a', marcDuration(duration)]] satisfies MarcField] : []),
      ...(syllabus.length > 0
        ? [['500', '  ', ['a', `教学内容：${syllabus.join('；')}`]] satisfies MarcField]
        : []),
      ...(level ? [['521', '  ', ['a', level]] satisfies MarcField] : []),
    ],
  }
}
