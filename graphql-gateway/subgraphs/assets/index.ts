// Public door of the assets subgraph.
export type { AssetsPorts, AssetUse } from './ports.ts'
export { createAssets } from './subgraph.ts'
