// What is searched of a course beside the kernel.
import { known, type KindSearch, type RecordOf } from '@shuxiang/record'
import { levelValues } from '../level.ts'
import type { CourseDetails } from './details.ts'

export function search({ details }: RecordOf<CourseDetails>): KindSearch {
  const { level, duration, lectureCount, syllabus } = details
  return {
    facets: { level: levelValues(level) },
    sorts: known({ duration, lectureCount }),
    texts: syllabus,
  }
}
