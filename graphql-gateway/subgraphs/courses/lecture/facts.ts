// What the page of a lecture tells of its details.
import { durationWords, fact, type Fact } from '@shuxiang/record'
import { words } from '@shuxiang/vocabulary'
import type { LectureDetails } from './details.ts'

export function facts({ details }: { readonly details: LectureDetails }): Fact[] {
  const { series, level, duration } = details
  return [
    ...fact(words('所属课程', 'From'), series),
    ...fact(words('适合', 'Level'), level),
    ...fact(words('时长', 'Duration'), duration === undefined ? undefined : durationWords(duration)),
  ]
}
