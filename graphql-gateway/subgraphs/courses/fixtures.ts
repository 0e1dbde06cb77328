// One realistic record of every kind that it brings, for tests; a door of its own.
import type { RecordInput } from '@shuxiang/record'
import { courseFixture } from './course/fixture.ts'
import { lectureFixture } from './lecture/fixture.ts'

export const coursesFixtures: readonly RecordInput[] = [courseFixture, lectureFixture]
