// Look-ups that several resolvers share, gathered per request.
import { perRequest } from '@shuxiang/subgraph-kit'
import { collectionsByIds, personsByIds, textsOf, titlesOf, witnessesOf } from '../store/read.ts'

export const personById = perRequest(personsByIds)
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
