/** The shapes on disk between the build and the shell server: what a build leaves. */
import { z } from 'zod'
import {
  absence,
  criticality,
  enhancementId,
  kinds,
  label,
  locale,
  name,
  navEntry,
  offer,
  pagePath,
  policy,
  robots,
  signIn,
  slot,
  status,
} from './declared.ts'

export type { NavEntry, Offer } from './declared.ts'

/** A file inside the release: no folder may be left and nothing is hidden. */
const file = z
  .string()
  .regex(/^(?!.*\.\.)[\w-][\w.-]*(\/[\w-][\w.-]*)*$/, 'a relative path inside the release')
const integrity = z.string().regex(/^sha384-[A-Za-z0-9+/]{64}$/)

const documentFormat = z.strictObject({
  suffix: z.string().regex(/^[a-z0-9]{1,20}$/),
  type: z.string().regex(/^[a-z]+\/[a-z0-9.+-]+$/),
})

const fileFacts = z.strictObject({ integrity, bytes: z.int(), gzip: z.int() })
/** Size and hash of one built file, sizes in bytes. */
export type FileFacts = z.infer<typeof fileFacts>

/** `release.json`, written by the build beside the files it names; immutable. */
export const releaseSchema = z.strictObject({
  schema: z.literal('shuxiang.release/2'),
  name,
  version: z.string().regex(/^[\w.-]{1,80}$/),
  contract: z.literal(1),
  label,
  criticality,
  signIn: signIn.default('reader'),
  deadlineMs: z.int(),
  pages: z.array(
    z.strictObject({
      path: pagePath,
      status,
      preload: z.array(file),
      slots: z.array(slot),
      /** Formats in which what it is about can be had. */
      documents: z.array(documentFormat),
    }),
  ),
  nav: z.array(navEntry),
  /** In the order of `microfrontend.json`: the server's modules are known by their place. */
  extensions: z.array(
    z.strictObject({
      slot,
      kinds: kinds.nullable(),
      /** What librarians put onto pages by name; null: it stands wherever its slot is. */
      offer: offer.nullable().default(null),
      entry: file,
      preload: z.array(file),
      /** Whether the server renders it. */
      server: z.boolean(),
      deadlineMs: z.int(),
      order: z.int(),
      absence,
      policy,
    }),
  ),
  policy,
  sitemap: z.array(z.string()),
  robots,
  enhancements: z.array(z.strictObject({ id: enhancementId, entry: file, preload: z.array(file) })),
  /** Documents for its own pages to frame: the one module of each, which imports nothing. */
  frames: z.array(z.strictObject({ name, entry: file })).default([]),
  /** Paths are relative to the folder `browser/` of the release. */
  browser: z.strictObject({
    entry: file,
    css: z.array(file),
    preload: z.array(file),
    /** Modules of messages by language: a page needs that of its own. A language that is absent comes with the entry. */
    messages: z.partialRecord(locale, file).default({}),
    files: z.record(file, fileFacts),
  }),
  /** Relative to `server/`; null for a microfrontend that only the browser renders. */
  server: z.strictObject({ entry: file, integrity }).nullable(),
})
export type Release = z.infer<typeof releaseSchema>

/** Of a release of any schema: the files that browsers may ask for. */
export const builtFilesSchema = z.object({ browser: z.object({ files: z.record(file, fileFacts) }) })

/** `current.json` of the shared set and of the runtime: names that pages import, and the facts of every file. */
export const bundleSchema = z.strictObject({
  schema: z.literal('shuxiang.bundle/1'),
  imports: z.record(z.string(), file),
  files: z.record(file, fileFacts),
})
export type Bundle = z.infer<typeof bundleSchema>

/** `current.json` of a release: which version is live. */
export const currentSchema = z.object({ version: z.string().regex(/^[\w.-]{1,80}$/) })

/** Trusted documents by id. */
export const operationsSchema = z.record(z.string().regex(/^sha256:[0-9a-f]{64}$/), z.string().max(65_536))

/** Read JSON by a schema. @throws Error naming the file and every place that does not fit. */
export function parseJson<T>(schema: z.ZodType<T>, text: string, path: string): T {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new Error(`${path} is not JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw new Error(`${path} does not fit: ${z.prettifyError(parsed.error)}`)
  return parsed.data
}
