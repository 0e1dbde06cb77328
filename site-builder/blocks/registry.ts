/** Every block type there is, and blocks of a document bound to theirs. */
import type { Block, PageDoc } from '@shuxiang/site-model'
import type { BlockType, Bound } from './contract.ts'
import { announcements } from './announcements/block.ts'
import { beginning } from './beginning/block.ts'
import { breadcrumb } from './breadcrumb/block.ts'
import { browse } from './browse/block.ts'
import { columns } from './columns/block.ts'
import { contact } from './contact/block.ts'
import { customCode } from './custom-code/block.ts'
import { dailyPerson } from './daily-person/block.ts'
import { dailyPoem } from './daily-poem/block.ts'
import { downloadList } from './download-list/block.ts'
import { embed } from './embed/block.ts'
import { events } from './events/block.ts'
import { feedback } from './feedback/block.ts'
import { gallery } from './gallery/block.ts'
import { goOn } from './go-on/block.ts'
import { heroSearch } from './hero-search/block.ts'
import { image } from './image/block.ts'
import { libraryDirectory } from './library-directory/block.ts'
import { navigationList } from './navigation-list/block.ts'
import { newArrivals } from './new-arrivals/block.ts'
import { openingHours } from './opening-hours/block.ts'
import { partOfService } from './part-of-service/block.ts'
import { poems } from './poems/block.ts'
import { quotation } from './quotation/block.ts'
import { readingHighlight } from './reading-highlight/block.ts'
import { resourceShelf } from './resource-shelf/block.ts'
import { richTextBlock } from './rich-text/block.ts'
import { searchBox } from './search-box/block.ts'
import { season } from './season/block.ts'
import { section } from './section/block.ts'
import { sharedPart } from './shared-part/block.ts'
import { staff } from './staff/block.ts'
import { statistics } from './statistics/block.ts'

/** In the order of the palette. */
export const blockTypes: readonly BlockType[] = [
  heroSearch,
  section,
  columns,
  sharedPart,
  richTextBlock,
  image,
  gallery,
  embed,
  customCode,
  quotation,
  downloadList,
  resourceShelf,
  newArrivals,
  poems,
  season,
  beginning,
  browse,
  goOn,
  readingHighlight,
  dailyPoem,
  dailyPerson,
  libraryDirectory,
  statistics,
  openingHours,
  announcements,
  events,
  contact,
  feedback,
  staff,
  partOfService,
  searchBox,
  navigationList,
  breadcrumb,
]

const byName = new Map(blockTypes.map((one) => [one.type, one]))

/** The type of that name; undefined for an unknown one, which is kept but shown as nothing. */
export function blockType(type: string): BlockType | undefined {
  return byName.get(type)
}

/**
 * A block with its fields checked, those of a former version as they are now. Null for an unknown type, a newer version
 * and fields that cannot be carried over.
 */
export function bindBlock({ type, v, fields }: Block): Bound | null {
  const found = blockType(type)
  if (!found || v > found.v) return null
  const current = v === found.v ? fields : found.migrate(fields, v)
  return current && found.bind(current)
}

/** The document with every block of a former version as it is now; what is unknown or newer is left as it is. */
export function migratePage(doc: PageDoc): PageDoc {
  const blocks = Object.entries(doc.blocks).map(([id, block]): [string, Block] => {
    const found = blockType(block.type)
    if (!found || block.v >= found.v) return [id, block]
    const fields = found.migrate(block.fields, block.v)
    return [id, fields ? { ...block, v: found.v, fields } : block]
  })
  return { ...doc, blocks: Object.fromEntries(blocks) }
}
