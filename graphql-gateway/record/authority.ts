// Persons and collections: the names that many records share.
import { nameTypes } from '@shuxiang/vocabulary'
import { z } from 'zod'
import { bounds } from './bounds.ts'
import { id, name, text } from './kernel.ts'

/** A year of life as EDTF: 0701, 0762~, -0339~. */
const yearOfLife = z.string().regex(/^-?\d{4}[~?%]?$/)
const webAddress = z.url({ protocol: /^https?$/ }).max(bounds.address)

export const personContent = z.object({
  id,
  name,
  /** Under which the person stood before it was found to be the same: their addresses lead here. */
  formerIds: z.array(id).min(1).max(20).optional(),
  /** Other spellings of the name, as in the traditional script. */
  alternativeNames: z.array(name).max(20),
  /** Other names of the person, each with what it is. */
  names: z
    .array(
      z.object({
        name,
        type: z.enum(nameTypes.map((entry) => entry.id)),
        /** Pinyin with tones: Sū Dōngpō. */
        pinyin: name.optional(),
        /** Book or list that states it. */
        source: name.optional(),
      }),
    )
    .max(40)
    .optional(),
  /** By which readers look for the person too, and which are told nowhere as the person's own: 李太白, Li Po. */
  searchNames: z.array(name).max(20).optional(),
  /** The name in pinyin with tones: Sū Shì. */
  pinyin: name.optional(),
  born: yearOfLife.optional(),
  died: yearOfLife.optional(),
  /** Book or list that states the years of life. */
  datesFrom: name.optional(),
  period: z.object({ id, label: name }).nullable(),
  biography: text(bounds.paragraph).nullable(),
  /** Where the biography comes from. */
  source: z.object({ name, url: webAddress, licence: name }).optional(),
})
export type PersonContent = z.infer<typeof personContent>

export const collectionContent = z.object({
  id,
  name,
  description: text(bounds.abstract).nullable(),
  /** Place in lists, lowest first. */
  order: z.int(),
})
export type CollectionContent = z.infer<typeof collectionContent>
