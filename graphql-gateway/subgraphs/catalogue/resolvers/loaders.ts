// Look-ups that several resolvers share, gathered per request.
import { perRequest } from '@shuxiang/subgraph-kit'
import { collectionsByIds, personsByIds } from '../store/read.ts'

export const personById = perRequest((context, ids) =>
  personsByIds(context.db, ids, { signal: context.signal }),
)

export const collectionById = perRequest((context, ids) =>
  collectionsByIds(context.db, ids, { signal: context.signal }),
)
