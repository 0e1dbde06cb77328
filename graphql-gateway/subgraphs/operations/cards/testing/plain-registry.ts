// For tests: a registry that keeps cards in a collection and knows nothing else of them.
import type { Db } from 'mongodb'
import type { CardRegistry, RegistryRow } from '../ports.ts'
import { noCards } from './no-cards.ts'

const nameOf = ({ library, card }: RegistryRow): string => `${library}/${card}`

/** Of cards in `plain_cards`; each may be put once more, and is then the same. */
export function plainRegistry(db: Db): CardRegistry {
  const cards = db.collection<{ _id: string }>('plain_cards')
  const check: CardRegistry['check'] = async (rows) => {
    const known = await cards.find({ _id: { $in: rows.map(nameOf) } }).toArray()
    const names = new Set(known.map(({ _id }) => _id))
    return rows.map((row) => (names.has(nameOf(row)) ? 'same' : 'new'))
  }
  return {
    ...noCards,
    check,
    async put(rows) {
      const outcomes = await check(rows)
      const writes = rows.map((row) => ({
        updateOne: { filter: { _id: nameOf(row) }, update: { $inc: { put: 1 } }, upsert: true },
      }))
      await cards.bulkWrite(writes, { ordered: false })
      return outcomes
    },
  }
}
