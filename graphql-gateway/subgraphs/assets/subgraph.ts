// Pictures and files of libraries in the graph: schema and resolvers put together.
import { defineSubgraph, type Subgraph } from '@shuxiang/subgraph-kit'
import { collections, name, typeDefs } from './declared.ts'
import type { AssetsPorts } from './ports.ts'
import {
  addAssetPart,
  beginAsset,
  deleteAsset,
  describeAsset,
  replaceAsset,
  restoreAsset,
  takeBackAsset,
} from './resolvers/mutations.ts'
import { assetFile, siteAssets } from './resolvers/pages.ts'
import { asset, assets } from './resolvers/staff.ts'
import { assetTypes } from './resolvers/types.ts'
import type { Resolvers } from './schema/types.generated.ts'

/** The subgraph of pictures and files. */
export function createAssets(ports: AssetsPorts): Subgraph {
  return defineSubgraph<Resolvers>({
    name,
    typeDefs: typeDefs(),
    collections,
    actions: {
      'Query.assets': 'asset.manage',
      'Query.asset': 'asset.manage',
      'Mutation.beginAsset': 'asset.manage',
      'Mutation.replaceAsset': 'asset.manage',
      'Mutation.takeBackAsset': 'asset.manage',
      'Mutation.addAssetPart': 'asset.manage',
      'Mutation.describeAsset': 'asset.manage',
      'Mutation.deleteAsset': 'asset.manage',
      'Mutation.restoreAsset': 'asset.manage',
    },
    resolvers: {
      Query: { assets: assets(ports), asset, siteAssets: siteAssets(ports), assetFile },
      Mutation: {
        beginAsset: beginAsset(ports),
        replaceAsset,
        takeBackAsset: takeBackAsset(ports),
        addAssetPart,
        describeAsset: describeAsset(ports),
        deleteAsset: deleteAsset(ports),
        restoreAsset,
      },
      ...assetTypes(ports),
    },
  })
}
