// The stored description of one resource, and the gate that every write passes.
import { z } from 'zod'

/** Bounds of stored texts, in UTF-16 units; a source that exceeds them is cut or refused by its reader, never here. */
export const bounds = {
  title: 500,
  name: 200,
  abstract: 4000,
  paragraph: 20_000,
  paragraphs: 2000,
  parts: 2000,
}

const text = (max: number) => z.string().min(1).max(max)
/** Ids are lower-case letters and digits, so that they stand in addresses, file names and CSS as they are. */
export const idPattern = /^[a-z][a-z0-9]{1,31}$/
const id = z.string().regex(idPattern)

export const kinds = [
  'poem',
  'book',
  'periodical',
  'audio',
  'video',
  'course',
  'government',
  'web',
  'event',
  'object',
] as const
export const roles = ['author', 'attributed', 'editor', 'translator', 'commentator'] as const
export const paragraphKinds = ['verse', 'prose', 'heading', 'preface', 'note'] as const

const paragraph = z.object({ text: text(bounds.paragraph), kind: z.enum(paragraphKinds) })
const year = z.int().min(-9999).max(9999)
const labelled = z.object({ id, label: text(bounds.name) })

/** What a source says of a resource. The store adds revision, hash, dates and the dirty mark. */
export const recordContent = z.object({
  id,
  kind: z.enum(kinds),
  title: text(bounds.title),
  alternativeTitles: z.array(text(bounds.title)).max(20),
  creators: z
    .array(z.object({ name: text(bounds.name), role: z.enum(roles), personId: id.nullable() }))
    .max(50),
  /** Dynasty or period of creation; `years` are its first and last, where the source knows them. */
  period: labelled.extend({ years: z.object({ from: year, to: year }).optional() }).nullable(),
  /** Year of creation, negative before our era; null unless a source states it. */
  year: year.nullable(),
  collection: labelled.nullable(),
  /** BCP 47 with the script: lzh-Hant, zh-Hans. */
  language: z.string().regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/),
  form: text(bounds.name).nullable(),
  abstract: text(bounds.abstract).nullable(),
  subjects: z.array(text(bounds.name)).max(50),
  identifiers: z.array(z.object({ scheme: text(40), value: text(300) })).max(20),
  rights: text(bounds.name),
  source: z.object({ name: text(bounds.name), url: z.url().max(500), licence: text(bounds.name) }),
  /** The whole text of a short work; null for a work in parts. */
  text: z.array(paragraph).max(bounds.paragraphs).nullable(),
  /** Chapters of a work in parts, in order; their texts are documents of their own. */
  parts: z
    .array(
      z.object({
        n: z.int().min(1),
        title: text(bounds.title),
        /** Who wrote it, where that is not who made the work. */
        creator: text(bounds.name).optional(),
        /** Division of the work that it stands in. */
        section: text(bounds.name).optional(),
      }),
    )
    .max(bounds.parts),
  /** First lines of a work in parts, for result lists; null for a work with a text. */
  opening: text(1000).nullable(),
  holdings: z
    .array(
      z.object({
        libraryId: id,
        libraryName: text(bounds.name),
        access: z.enum(['online', 'shelf']),
        demonstration: z.boolean(),
      }),
    )
    .max(200),
  /** Ids of records that were found to be this one: their addresses lead here. Absent for most. */
  formerIds: z.array(id).min(1).max(20).optional(),
  /** Static popularity, 0 upwards. */
  prior: z.number().min(0).max(1e9),
})
export type RecordContent = z.infer<typeof recordContent>

/** One chapter of a work in parts. */
export const partContent = z.object({
  n: z.int().min(1),
  title: text(bounds.title),
  paragraphs: z.array(paragraph).max(bounds.paragraphs),
})
export type PartContent = z.infer<typeof partContent>

/** A resource with its chapters, as an importer hands it over. */
export interface RecordInput {
  readonly record: RecordContent
  readonly parts: readonly PartContent[]
}

/** What the store keeps of a resource. `dirty` and `dirtyAt` stand only until the search index has this revision. */
export interface RecordDoc extends Omit<RecordContent, 'id'> {
  readonly _id: string
  readonly rev: number
  /** Digest of the content: an import of the same content writes nothing. */
  readonly hash: string
  readonly updatedAt: Date
  /** First creator's person, for lists of one person's works in order; absent when unknown. */
  readonly leadPersonId?: string
  readonly collectionId?: string
  /** UTF-16 units of the text, 0 for a work in parts. */
  readonly textLength: number
  readonly dirty?: true
  readonly dirtyAt?: Date
  /** `into` names the record that stands in its stead, where it was found to be the same work. */
  readonly withdrawn?: { readonly at: Date; readonly reason: string; readonly into?: string }
}

/** What the store keeps of a chapter; `_id` is `<record>-<n>`. */
export interface PartDoc extends PartContent {
  readonly _id: string
  readonly recordId: string
}
