// Look-ups that several resolvers share, gathered per request.
import { perRequest } from '@shuxiang/subgraph-kit'
import { collectionsByIds, personsByIds, textsOf } from '../store/read.ts'

export const personById = perRequest(personsByIds)
export const collectionById = perRequest(collectionsByIds)
/** The whole text of a short work, by the id of the record. */
export const textById = perRequest(textsOf)
