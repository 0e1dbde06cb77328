/** Shelves of what a new installation has: poems and classics, by collection. A shelf on which nothing stands is not drawn. */
import type { Localized } from '@shuxiang/site-model'
import { block, both, type TemplateBlock } from './block.ts'

/** Values that a record must have, by facet. */
type Wanted = Readonly<Record<string, string>>

interface Shelf {
  readonly title: Localized
  readonly more?: Localized
  readonly of: Wanted
  readonly look?: 'covers' | 'list' | 'table'
  readonly first?: number
}

export function shelf({ title, more, of, look = 'covers', first = 12 }: Shelf): TemplateBlock {
  return block('resource-shelf', {
    title: { ...title },
    source: {
      from: 'query',
      query: '',
      filter: Object.entries(of).map(([name, value]) => ({ name, anyOf: [value] })),
      sort: 'POPULAR',
      first,
    },
    look,
    ...(more && { more: { ...more } }),
    whenEmpty: 'hide',
  })
}

const all = both('查看全部', 'All of them')

/** Books in full. */
export const classics = (change: Partial<Shelf> = {}): TemplateBlock =>
  shelf({
    title: both('典籍', 'Classics'),
    more: both('全部图书', 'All books'),
    of: { kind: 'book' },
    ...change,
  })

/** Poems that many read. */
export const poems = (change: Partial<Shelf> = {}): TemplateBlock =>
  shelf({
    title: both('常读的诗词', 'Poems people return to'),
    more: both('全部诗词', 'All poems'),
    of: { kind: 'poem' },
    ...change,
  })

/** The Four Books: what scholars began with. */
export const fourBooks = (change: Partial<Shelf> = {}): TemplateBlock =>
  shelf({ title: both('四书', 'The Four Books'), of: { collection: 'sishu' }, first: 4, ...change })

/** The Book of Songs. */
export const songs = (change: Partial<Shelf> = {}): TemplateBlock =>
  shelf({ title: both('诗经', 'The Book of Songs'), more: all, of: { collection: 'shijing' }, ...change })

/** The Songs of Chu. */
export const chu = (change: Partial<Shelf> = {}): TemplateBlock =>
  shelf({ title: both('楚辞', 'The Songs of Chu'), more: all, of: { collection: 'chuci' }, ...change })

/** What children learned to read from. */
export const primers = (change: Partial<Shelf> = {}): TemplateBlock =>
  shelf({ title: both('蒙学读物', 'Primers'), more: all, of: { collection: 'mengxue' }, ...change })

/** Poems of the Tang. */
export const tang = (change: Partial<Shelf> = {}): TemplateBlock =>
  shelf({ title: both('唐诗', 'Poems of the Tang'), more: all, of: { collection: 'quantangshi' }, ...change })

/** Lyrics of the Song. */
export const song = (change: Partial<Shelf> = {}): TemplateBlock =>
  shelf({ title: both('宋词', 'Lyrics of the Song'), more: all, of: { collection: 'quansongci' }, ...change })
