// One realistic record of every kind of the catalogue, for tests; a door of its own.
import type { RecordInput } from '@shuxiang/record'
import { audioFixture } from './audio/fixture.ts'
import { bookFixture } from './book/fixture.ts'
import { episodeFixture } from './episode/fixture.ts'
import { eventFixture } from './event/fixture.ts'
import { issueFixture } from './issue/fixture.ts'
import { objectFixture } from './object/fixture.ts'
import { organisationFixture } from './organisation/fixture.ts'
import { periodicalFixture } from './periodical/fixture.ts'
import { personFixture } from './person/fixture.ts'
import { pictureFixture } from './picture/fixture.ts'
import { poemFixture } from './poem/fixture.ts'
import { videoFixture } from './video/fixture.ts'

export const kindFixtures: readonly RecordInput[] = [
  poemFixture,
  bookFixture,
  periodicalFixture,
  issueFixture,
  audioFixture,
  episodeFixture,
  videoFixture,
  pictureFixture,
  eventFixture,
  objectFixture,
  personFixture,
  organisationFixture,
]
