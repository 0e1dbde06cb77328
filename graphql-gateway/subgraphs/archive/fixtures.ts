// One realistic record of every kind that it brings, for tests; a door of its own.
import type { RecordInput } from '@shuxiang/record'
import { webFixture } from './web/fixture.ts'
import { topicFixture } from './topic/fixture.ts'

export const archiveFixtures: readonly RecordInput[] = [webFixture, topicFixture]
