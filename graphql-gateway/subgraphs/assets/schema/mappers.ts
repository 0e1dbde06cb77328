// What stands behind the types of the schema in resolvers. Types that are not named here are as the schema shows them.
import type { Connection } from '@shuxiang/subgraph-kit'
import type { AssetUse } from '../ports.ts'
import type { AssetDoc, AssetFileDoc, ShownDoc, VariantDoc } from '../store/documents.ts'

export type AssetMapper = AssetDoc
export type AssetConnectionMapper = Connection<AssetDoc> & { readonly library: string }
export type AssetShownMapper = ShownDoc
export type AssetVariantMapper = VariantDoc
export type AssetUseMapper = AssetUse
/** Of one that has something to show. */
export type SiteAssetMapper = AssetDoc & { readonly shown: ShownDoc }
export type AssetFileMapper = AssetFileDoc
