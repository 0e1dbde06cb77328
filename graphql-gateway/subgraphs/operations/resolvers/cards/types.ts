// Types of lists of cards.
import { linesAtOnce, partBytes } from '../../cards/bounds.ts'
import { linesIn } from '../../cards/store/documents.ts'
import { partsOf, received } from '../../cards/store/receive.ts'
import type { Resolvers } from '../../schema/types.generated.ts'
import {
  bandNames,
  cardStateNames,
  columnNames,
  encodingNames,
  faultName,
  holderNames,
  separatorNames,
  stateNames,
  troubleNames,
} from './names.ts'

type CardTypes = 'CardList' | 'CardListProblem' | 'CardListMapping' | 'CardListLine' | 'LibraryCard'
/** Other fields are as they are kept. */
type Some = { readonly [Name in CardTypes]: Partial<NonNullable<Resolvers[Name]>> }

export const cardTypes = {
  CardList: {
    id: ({ _id }) => _id,
    partBytes: () => partBytes,
    parts: (list) => partsOf(list),
    received: (list, _args, { db }) => received(db, list),
    by: ({ name }) => name,
    at: ({ at }) => at.toISOString(),
    expires: ({ expires }) => expires.toISOString(),
    state: ({ state }) => stateNames[state],
    answered: ({ _id, reading }, _args, { db }) =>
      linesIn(db).countDocuments({ list: _id, reading, answer: { $ne: null } }),
    lines: ({ _id, reading }, { asks, after }, { db, signal }) =>
      linesIn(db)
        .find({ list: _id, reading, line: { $gt: after ?? 0 }, asks }, { signal })
        .sort({ list: 1, reading: 1, line: 1 })
        .limit(linesAtOnce)
        .toArray(),
  },
  CardListProblem: { problem: ({ problem }) => troubleNames[problem] },
  CardListMapping: {
    encoding: ({ encoding }) => encodingNames[encoding],
    separator: ({ separator }) => separatorNames[separator],
    columns: ({ columns }) => columns.map((column) => columnNames[column]),
    withoutBirth: ({ withoutBirth }) => (withoutBirth ? bandNames[withoutBirth] : null),
  },
  CardListLine: {
    fault: ({ fault }) => (fault === null ? null : faultName(fault)),
    known: ({ known }) => known?.holder ?? null,
    answer: ({ answer }) => (answer === null ? null : holderNames[answer]),
  },
  LibraryCard: {
    id: ({ username }) => username,
    ageBand: ({ ageBand }) => bandNames[ageBand],
    state: ({ state }) => cardStateNames[state],
  },
} satisfies Some
