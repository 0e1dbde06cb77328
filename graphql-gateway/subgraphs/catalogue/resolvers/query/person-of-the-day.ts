// Query.personOfTheDay
import { createHash } from 'node:crypto'
import { badInput } from '@shuxiang/subgraph-kit'
import { isDay } from '../day.ts'
import { personById } from '../loaders.ts'
import type { WorkCounts } from '../person/counts.ts'
import type { QueryResolvers } from '../../schema/types.generated.ts'

/** Characters of a life that are worth a place on a page. */
const shortest = 20

/** Errors: BAD_USER_INPUT for what is no day, UNAVAILABLE while search does not answer. */
export function personOfTheDay(counts: WorkCounts): QueryResolvers['personOfTheDay'] {
  return async (_, { date }, context) => {
    if (!isDay(date)) throw badInput('date: give a day as YYYY-MM-DD.')
    const authors = await counts.withMostOfAll(context)
    const known = await Promise.all(authors.map(({ _id }) => personById(context, _id)))
    const told = known
      .filter((person) => person !== null)
      .filter(({ biography }) => biography !== null && biography.length >= shortest)
      // Each has a number of the day, and the smallest is chosen: who comes or goes in between changes nothing for others.
      .map((person) => ({ person, drawn: drawnOn(date, person._id) }))
    return told.toSorted((a, b) => a.drawn - b.drawn)[0]?.person ?? null
  }
}

function drawnOn(date: string, id: string): number {
  return createHash('sha256').update(`${date} ${id}`).digest().readUInt32BE(0)
}
