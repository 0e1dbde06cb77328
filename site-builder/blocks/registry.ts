/** Every block type there is. */
import type { BlockType } from './contract.ts'
import { heroSearch } from './hero-search/block.ts'
import { libraryDirectory } from './library-directory/block.ts'
import { resourceShelf } from './resource-shelf/block.ts'

export const blockTypes: readonly BlockType[] = [heroSearch, resourceShelf, libraryDirectory]

const byName = new Map(blockTypes.map((one) => [one.type, one]))

/** The type of that name and version; undefined for an unknown or newer one, which is kept but shown as nothing. */
export function blockType(type: string, v: number): BlockType | undefined {
  const found = byName.get(type)
  return found?.v === v ? found : undefined
}
