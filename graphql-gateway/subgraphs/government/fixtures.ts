// One realistic record of every kind that it brings, for tests; a door of its own.
import type { RecordInput } from '@shuxiang/record'
import { governmentFixture } from './kind/fixture.ts'

export const governmentFixtures: readonly RecordInput[] = [governmentFixture]
