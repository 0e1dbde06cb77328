// What the assets take of the process that runs them. Types only.

/** A page that shows a picture or leads to a file. */
export interface AssetUse {
  readonly path: string
  /** By language (BCP 47). */
  readonly title: Readonly<Record<string, string>>
}

export interface AssetsPorts {
  /** Told when what pages of a library show of an asset has changed. */
  readonly pagesChanged: (library: string, at: Date) => Promise<void>
  /** Whether there is a library with this id. */
  readonly isLibrary: (id: string) => Promise<boolean>
  /** The library whose pictures stand on the portal, and may stand on every site. */
  readonly nationalLibrary: string
  /** Pages of a library that name an asset, at most `most`. */
  readonly usesOf: (library: string, asset: string, most: number) => Promise<readonly AssetUse[]>
}
