// Query.assets, asset: what staff of a library look after.
import { badInput, connection, permitAt } from '@shuxiang/subgraph-kit'
import { longestSearch, mostListed } from '../bounds.ts'
import type { AssetsPorts } from '../ports.ts'
import type { QueryResolvers } from '../schema/types.generated.ts'
import { assetKinds, never, type AssetDoc } from '../store/documents.ts'
import { idsWith } from '../store/search.ts'
import { oneSpelling } from '../store/words.ts'
import { action, knownAsset } from './found.ts'
import { kindNames } from './names.ts'

export const assets =
  (ports: AssetsPorts): QueryResolvers['assets'] =>
  async (_, { library, search, kind, deleted, first, after }, context) => {
    await permitAt(ports, context, action, library)
    const words = oneSpelling(search ?? '')
    if (words.length > longestSearch) throw badInput(`search: give at most ${longestSearch} characters.`)
    const named = assetKinds.find((one) => kindNames[one] === kind)
    const page = await connection<AssetDoc>({
      collection: context.db.collection('assets'),
      filter: {
        library,
        deletedAt: deleted ? { $gt: never } : never,
        ...(words === '' ? {} : { _id: { $in: await idsWith(context.db, library, words, context.signal) } }),
        ...(named ? { 'shown.kind': named } : {}),
      },
      sort: [
        ['changed', -1],
        ['_id', 1],
      ],
      first: first ?? mostListed,
      max: mostListed,
      after,
      signal: context.signal,
    })
    return { ...page, library }
  }

export const asset: QueryResolvers['asset'] = (_, { id }, context) => knownAsset(id, context)
