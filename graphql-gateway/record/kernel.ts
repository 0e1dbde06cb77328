// The description of one resource, the same for every kind, and the gate that every write passes.
import { accessPolicies, dateRoles, relationRoles, roles } from '@shuxiang/vocabulary'
import { z } from 'zod'
import { bounds } from './bounds.ts'

/** Ids are lower-case letters and digits, so that they stand in addresses, file names and CSS as they are. */
export const idPattern = /^[a-z][a-z0-9]{1,31}$/
export const id = z.string().regex(idPattern)
export const text = (max: number) => z.string().min(1).max(max)
export const name = text(bounds.name)
const list = <T extends z.ZodType>(item: T, max: number = bounds.list) => z.array(item).max(max)
/** Codes of a table of the vocabulary. */
const code = <const T extends readonly { readonly id: string }[]>(table: T) =>
  z.enum(table.map((entry): T[number]['id'] => entry.id))
const webAddress = z.url({ protocol: /^https?$/ }).max(bounds.address)

const language = z.string().regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/)
const year = z.int().min(-9999).max(9999)
const labelled = z.object({ id, label: name })

/** Open to the whole nation: no library has to hold it. */
export const everywhere = '*'
/** A library or region whose readers find the record on their site, or `everywhere`. */
export const scope = z.union([z.literal(everywhere), id])

/** A title under which readers of another language know a work. */
const parallelTitle = z.object({
  title: text(bounds.title),
  /** BCP 47: en. */
  language,
  /** The translation that gives it, with its year; absent for one in general use. */
  source: name.optional(),
})

/** What a source says of a resource of any kind. */
export const recordContent = z.object({
  id,
  /** One of the kinds that are installed; which, the store knows. */
  kind: z.string().regex(/^[a-z][A-Za-z0-9]{1,31}$/),
  title: text(bounds.title),
  alternativeTitles: list(text(bounds.title)),
  /** Titles in other languages, the most usual first. Absent for most. */
  parallelTitles: z.array(parallelTitle).min(1).max(bounds.parallelTitles).optional(),
  /** Who made it, in the order of the source. */
  agents: list(
    z.object({
      name,
      role: code(roles),
      agentId: id.nullable(),
      type: z.enum(['person', 'organisation']),
    }),
    bounds.agents,
  ),
  /** EDTF of level 0 or 1; a role may come several times. */
  dates: list(z.object({ role: code(dateRoles), edtf: text(60) }), bounds.dates),
  /** A named span of time in which it was made, such as a dynasty; `years` are its first and last, as they are stated. */
  period: labelled.extend({ years: z.object({ from: year, to: year }).optional() }).nullable(),
  collection: labelled.nullable(),
  identifiers: list(z.object({ scheme: text(40), value: text(300) })),
  /** `scheme` and `code` for a subject out of a thesaurus. */
  subjects: list(z.object({ label: name, scheme: text(40).nullable(), code: text(100).nullable() })),
  /** `code` is a division code or an address in a gazetteer. */
  places: list(z.object({ label: name, code: text(100).nullable() })),
  /** BCP 47 with the script: lzh-Hant, zh-Hans. */
  language,
  form: name.nullable(),
  abstract: text(bounds.abstract).nullable(),
  /** `position` orders what is part of one whole. */
  relations: list(
    z.object({ role: code(relationRoles), recordId: id, position: z.int().min(1).optional() }),
    bounds.relations,
  ),
  /** `statement` is the address of a licence or of a rights statement. */
  rights: z.object({ label: name, statement: webAddress.nullable() }),
  /** `until` is the last day of an embargo, YYYY-MM-DD. */
  access: z.object({ policy: code(accessPolicies), until: z.iso.date().optional() }),
  source: z.object({ name, url: webAddress, licence: name }),
  /** Table of contents of a work in chapters; the texts stand apart. Empty for a work that is one text or has none. */
  contents: list(
    z.object({
      n: z.int().min(1).max(bounds.chapters),
      title: text(bounds.title),
      /** Who wrote it, where that is not who made the work. */
      creator: name.optional(),
      /** Division of the work that it stands in. */
      section: name.optional(),
      /** As of the record, of the chapter: of a poem in an anthology. */
      parallelTitles: z.array(parallelTitle).min(1).max(bounds.parallelTitles).optional(),
    }),
    bounds.chapters,
  ),
  /** First lines, for lists; null when the whole text is as short, or there is none. */
  opening: text(bounds.opening).nullable(),
  /** Where it is found beside the libraries that hold it. */
  scopes: list(scope),
  /** Ids of records that were found to be this one: their addresses lead here. Absent for most. */
  formerIds: z.array(id).min(1).max(20).optional(),
  /** Static popularity, 0 upwards. */
  prior: z.number().min(0).max(1e9),
  /** What only this kind has; its own schema tells. */
  details: z.record(z.string(), z.unknown()),
})
export type RecordContent = z.infer<typeof recordContent>

/** A record whose details were read by the schema of its kind. */
export type RecordOf<Details> = Omit<RecordContent, 'details'> & { readonly details: Details }
