// What exporting and importing a site take of the process that runs them. Types only.
import type { PageRules } from '../editing/ports.ts'
import type { ArchivedAsset } from './content.ts'

/** What is said of a picture or a file, without an id. */
export type AssetDescription = Omit<ArchivedAsset, 'id'>

export interface ExportPorts {
  /** Of those ids, what stands on pages of the library: its own and the nation's. */
  assetsOf(
    library: string,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, { readonly description: AssetDescription; readonly bytes: Uint8Array }>>
}

/** A picture or a file on its way into a library. */
export interface ArrivingAsset {
  readonly library: string
  /** The same key, bytes and description once more are the same asset. */
  readonly key: string
  readonly description: AssetDescription
  readonly bytes: Uint8Array
}

export interface ImportPorts {
  readonly pageRules: PageRules
  readonly themes: readonly string[]
  /** The id that it has, or will have. */
  assetId(asset: ArrivingAsset): string
  /** Makes it anew; with `keep`, takes it in. `refused`: why it is not taken, as a sentence. */
  takeAsset(
    asset: ArrivingAsset,
    keep: 'look only' | 'keep',
  ): Promise<{ readonly id: string } | { readonly refused: string }>
  /** Why so many files of so many bytes have no room in the library; null when they have. */
  assetRoom(library: string, ids: readonly string[], bytes: number): Promise<string | null>
}
