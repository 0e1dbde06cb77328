// Changes of the collections of the operations from one version to the next.
import type { Migration } from '@shuxiang/subgraph-kit/module'
import { linesIn, listsIn, partsIn } from '../cards/store/documents.ts'
import { invitationsIn, triesIn } from '../invitations/documents.ts'
import { membershipsIn, proposalsIn } from './documents.ts'
import { know, peopleIn } from './people.ts'

export const migrations: readonly Migration[] = [
  {
    id: 'operations-0001-indexes',
    async run({ db }) {
      await membershipsIn(db).createIndexes([
        { key: { subject: 1, state: 1 }, name: 'subjects' },
        { key: { library: 1, username: 1, _id: 1 }, name: 'libraries' },
        { key: { library: 1, subject: 1, role: 1, turn: -1 }, name: 'turns', unique: true },
      ])
      await proposalsIn(db).createIndexes([
        { key: { library: 1, at: -1, _id: 1 }, name: 'libraries' },
        { key: { at: -1, _id: 1 }, name: 'all' },
        { key: { library: 1, subject: 1, turn: -1 }, name: 'turns', unique: true },
      ])
    },
  },
  {
    id: 'operations-0002-who-took-a-step',
    async run({ db }) {
      await membershipsIn(db).createIndexes([{ key: { 'steps.by': 1 }, name: 'steps' }])
      await proposalsIn(db).createIndexes([{ key: { 'steps.by': 1 }, name: 'steps' }])
    },
  },
  {
    id: 'operations-0003-people',
    async run({ db }) {
      await peopleIn(db).createIndexes([{ key: { username: 1, _id: 1 }, name: 'names' }])
      const known = membershipsIn(db).find({}, { projection: { subject: 1, username: 1 } })
      for await (const { subject, username } of known) await know(db, { subject, username })
    },
  },
  {
    id: 'operations-0004-cards-and-invitations',
    async run({ db }) {
      const ends = { key: { expires: 1 }, name: 'ended', expireAfterSeconds: 0 } as const
      await listsIn(db).createIndexes([
        { key: { library: 1, at: -1, _id: 1 }, name: 'libraries' },
        { key: { state: 1, at: 1, _id: 1 }, name: 'work' },
        ends,
      ])
      await partsIn(db).createIndexes([{ key: { list: 1, position: 1 }, name: 'files' }, ends])
      await linesIn(db).createIndexes([{ key: { list: 1, reading: 1, line: 1 }, name: 'lines' }, ends])
      await invitationsIn(db).createIndexes([
        { key: { library: 1, at: -1, _id: 1 }, name: 'libraries' },
        { key: { digest: 1 }, name: 'codes' },
        { key: { 'steps.by': 1 }, name: 'steps' },
      ])
      await triesIn(db).createIndexes([{ ...ends, key: { until: 1 } }])
    },
  },
]
