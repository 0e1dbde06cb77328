// What the page of a course tells of its details.
import { countWords, durationWords, fact, listWords, type Fact } from '@shuxiang/record'
import { words } from '@shuxiang/vocabulary'
import type { CourseDetails } from './details.ts'

export function facts({ details }: { readonly details: CourseDetails }): Fact[] {
  const { level, lectureCount, duration, syllabus } = details
  return [
    ...fact(words('适合', 'Level'), level),
    ...fact(words('讲数', 'Lectures'), lectureCount === undefined ? undefined : countWords(lectureCount)),
    ...fact(words('总时长', 'Duration'), duration === undefined ? undefined : durationWords(duration)),
    ...fact(words('内容', 'Syllabus'), listWords(syllabus)),
  ]
}
