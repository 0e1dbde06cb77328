// A region by id; look-ups of one request are gathered into one trip.
import { perRequest } from '@shuxiang/subgraph-kit'
import { regionsByIds } from '../store/read.ts'

export const regionOf = perRequest(({ db, signal }, ids) => regionsByIds(db, ids, { signal }))
