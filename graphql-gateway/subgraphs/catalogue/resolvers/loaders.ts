// Look-ups that several resolvers share, gathered per request.
import { perRequest } from '@shuxiang/subgraph-kit'
import {
  collectionsByIds,
  personsByIds,
  personsBySpellings,
  textsOf,
  titlesOf,
  witnessesOf,
} from '../store/read.ts'

export const personById = perRequest(personsByIds)
/** The person of a name, where it is one: who bears the name goes before whom it is another name of. */
export const personOfSpelling = perRequest(async (context, names) => {
  const found = await personsBySpellings(context, names, MOST_OF_A_NAME * names.length)
  return names.map((_id) => {
    const called = found.filter(({ spellings }) => spellings?.includes(_id))
    const named = called.filter(({ name }) => name === _id)
    const candidates = named.length > 0 ? named : called
    return { _id, person: candidates.length === 1 ? (candidates[0] ?? null) : null }
  })
})
/** Persons who share a name, such as a style. */
const MOST_OF_A_NAME = 25
export const collectionById = perRequest(collectionsByIds)
/** What a record is called, by its id. */
export const titlesById = perRequest(titlesOf)
/** The whole text of a short work, by the id of the record. */
export const textById = perRequest(textsOf)
/** The other texts of a work, by the id of the record. */
export const witnessesById = perRequest(async (context, ids) => {
  const found = Map.groupBy(await witnessesOf(context, ids), ({ recordId }) => recordId)
  return [...found].map(([_id, witnesses]) => ({ _id, witnesses }))
})
