// What belongs to a record and stands apart from it, because it grows: texts, files, holdings.
import { fileRoles, holdingAccess, paragraphKinds } from '@shuxiang/vocabulary'
import { z } from 'zod'
import { bounds } from './bounds.ts'
import { id, name, recordContent, text, type RecordContent } from './kernel.ts'

export const paragraph = z.object({ text: text(bounds.paragraph), kind: z.enum(paragraphKinds) })
export type Paragraph = z.infer<typeof paragraph>

/** A text: the whole of a short work (`n` 0), or one chapter. A chapter stands in the record's contents. */
export const textContent = z
  .object({
    n: z.int().min(0).max(bounds.chapters),
    /** Of a chapter; null for the whole text, whose title is the record's. */
    title: text(bounds.title).nullable(),
    paragraphs: z.array(paragraph).max(bounds.paragraphs),
  })
  .refine(({ paragraphs }) => paragraphs.reduce((sum, each) => sum + each.text.length, 0) <= bounds.text, {
    path: ['paragraphs'],
    message: `more than ${bounds.text} characters together; divide the text into chapters`,
  })
export type TextContent = z.infer<typeof textContent>

/** A text of the same work as another collection or edition hands it down: a witness, as editors say. */
export const witnessContent = z
  .object({
    /** Its own among all texts of the work, and the same from import to import: addresses have it. */
    id,
    /** What has it. `id` names a collection or anthology of the vocabulary, where it is one. */
    source: z.object({ id, label: name }),
    /** As it is titled there. */
    title: text(bounds.title),
    /** To whom it is given there. */
    agents: z.array(name).max(20),
    language: recordContent.shape.language,
    paragraphs: z.array(paragraph).min(1).max(bounds.paragraphs),
  })
  .refine(
    ({ paragraphs }) => paragraphs.reduce((sum, each) => sum + each.text.length, 0) <= bounds.witnessText,
    { path: ['paragraphs'], message: `more than ${bounds.witnessText} characters together` },
  )
export type WitnessContent = z.infer<typeof witnessContent>

/** A file, named by its content. */
export const fileContent = z.object({
  role: z.enum(fileRoles.map((role) => role.id)),
  mime: z.string().regex(/^[a-z]+\/[a-z0-9.+-]{1,80}$/),
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  name: text(255),
  /** Order among the files of its role. */
  position: z.int().min(1),
})
export type FileContent = z.infer<typeof fileContent>

/** A library that has the resource. */
export const holdingContent = z.object({
  libraryId: id,
  libraryName: name,
  /** Regions that the library serves, from the nearest outwards: their sites find the record too. */
  regions: z.array(id).max(8),
  access: z.enum(holdingAccess.map((each) => each.id)),
  callNumber: text(100).optional(),
  url: z
    .url({ protocol: /^https?$/ })
    .max(bounds.address)
    .optional(),
  /** Made up to show the portal at work. */
  demonstration: z.boolean(),
})
export type HoldingContent = z.infer<typeof holdingContent>

/** A resource as a source hands it over, with all that belongs to it. */
export interface RecordInput {
  readonly record: RecordContent
  readonly texts: readonly TextContent[]
  readonly files: readonly FileContent[]
  readonly holdings: readonly HoldingContent[]
  /** Other texts of a short work, in the order in which they are told. */
  readonly witnesses?: readonly WitnessContent[]
}

/** The gate of a whole input; the details are left to the kind. */
export const recordInput = z.object({
  record: recordContent,
  texts: z.array(textContent).max(bounds.chapters + 1),
  files: z.array(fileContent).max(bounds.files),
  holdings: z.array(holdingContent).max(bounds.holdings),
  witnesses: z.array(witnessContent).max(bounds.witnesses).optional(),
})
