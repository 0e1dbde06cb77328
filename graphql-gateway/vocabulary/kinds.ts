// Kinds of resource, in the order in which readers are offered them.
import { words, type Entry, type Words } from './words.ts'

/** How a drawn cover is dressed; each is a class of the theme. */
export type CoverStyle = 'bound' | 'doc' | 'course' | 'audio' | 'web' | 'object'

/** What everybody has to know of a kind. `words` name one record, `plural` many. */
export interface KindEntry extends Entry {
  readonly plural: Words
  /** Type of schema.org, version 29: https://schema.org/docs/full.html */
  readonly schemaOrg: string
  readonly cover: CoverStyle
}

export const kinds = [
  {
    id: 'poem',
    words: words('诗词', 'Poem'),
    plural: words('诗词', 'Poetry'),
    // schema.org has no type for a poem; `genre` says it.
    schemaOrg: 'CreativeWork',
    cover: 'bound',
  },
  {
    id: 'book',
    words: words('图书', 'Book'),
    plural: words('图书', 'Books'),
    schemaOrg: 'Book',
    cover: 'bound',
  },
  {
    id: 'periodical',
    words: words('期刊', 'Periodical'),
    plural: words('期刊', 'Periodicals'),
    schemaOrg: 'Periodical',
    cover: 'bound',
  },
  {
    id: 'issue',
    words: words('刊期', 'Issue'),
    plural: words('刊期', 'Issues'),
    schemaOrg: 'PublicationIssue',
    cover: 'bound',
  },
  {
    id: 'audio',
    words: words('听书', 'Audiobook'),
    plural: words('听书', 'Audiobooks'),
    schemaOrg: 'Audiobook',
    cover: 'audio',
  },
  {
    id: 'episode',
    words: words('单集', 'Episode'),
    plural: words('单集', 'Episodes'),
    schemaOrg: 'Episode',
    cover: 'audio',
  },
  {
    id: 'video',
    words: words('视频', 'Video'),
    plural: words('视频', 'Videos'),
    schemaOrg: 'VideoObject',
    cover: 'course',
  },
  {
    id: 'picture',
    words: words('图片', 'Picture'),
    plural: words('图片', 'Pictures'),
    schemaOrg: 'ImageObject',
    cover: 'object',
  },
  {
    id: 'course',
    words: words('公开课', 'Open course'),
    plural: words('公开课', 'Open courses'),
    schemaOrg: 'Course',
    cover: 'course',
  },
  {
    id: 'lecture',
    words: words('讲座', 'Lecture'),
    plural: words('讲座', 'Lectures'),
    schemaOrg: 'LearningResource',
    cover: 'course',
  },
  {
    id: 'government',
    words: words('政府信息', 'Government document'),
    plural: words('政府信息', 'Government documents'),
    schemaOrg: 'Legislation',
    cover: 'doc',
  },
  {
    id: 'web',
    words: words('网页典藏', 'Archived page'),
    plural: words('网页典藏', 'Web archive'),
    schemaOrg: 'WebPage',
    cover: 'web',
  },
  {
    id: 'topic',
    words: words('典藏专题', 'Archive topic'),
    plural: words('典藏专题', 'Archive topics'),
    schemaOrg: 'CollectionPage',
    cover: 'web',
  },
  {
    id: 'event',
    words: words('活动', 'Event'),
    plural: words('活动', 'Events'),
    schemaOrg: 'Event',
    cover: 'object',
  },
  {
    id: 'object',
    words: words('文物', 'Object'),
    plural: words('文物', 'Objects'),
    schemaOrg: 'VisualArtwork',
    cover: 'object',
  },
  {
    id: 'person',
    words: words('人物', 'Person'),
    plural: words('人物', 'People'),
    schemaOrg: 'Person',
    cover: 'doc',
  },
  {
    id: 'organisation',
    words: words('机构', 'Organisation'),
    plural: words('机构', 'Organisations'),
    schemaOrg: 'Organization',
    cover: 'doc',
  },
] as const satisfies readonly KindEntry[]

/** A kind of the portal's own. Kinds of other packages are any other `KindEntry.id`. */
export type KindId = (typeof kinds)[number]['id']

/** The entry of one of the portal's own kinds. */
export function kindEntry(id: KindId): KindEntry {
  const found = kinds.find((entry) => entry.id === id)
  if (found) return found
  throw new Error(`The vocabulary has no kind "${id}".`)
}
