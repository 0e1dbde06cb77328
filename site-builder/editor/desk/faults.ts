/** What still keeps a page from being published, by block and field. Pure. */
import { blockFaults, draftFaults, type BlockFault } from '@shuxiang/site-blocks'
import type { PageDoc } from '@shuxiang/site-model'
import type { Words } from '@shuxiang/vocabulary'

export interface FieldFault {
  /** Null: of the page itself. */
  readonly block: string | null
  /** Steps below the block's fields, such as `['items', '0', 'title']`. */
  readonly path: readonly string[]
  readonly words: Words
}

export function faultsOfPage(doc: PageDoc): readonly FieldFault[] {
  return blockFaults(doc).map(placed)
}

/** What keeps a change from being stored: blocks could not be drawn any more. */
export function faultsOfChange(before: PageDoc, after: PageDoc): readonly FieldFault[] {
  return draftFaults(before, after).map(placed)
}

function placed({ path, words }: BlockFault): FieldFault {
  const [where, block = null, , ...rest] = path.split('.')
  return where === 'blocks' ? { block, path: rest, words } : { block: null, path: [], words }
}
