/** The shapes on disk between the build and the shell server: what an author writes, what a build leaves. */
import { z } from 'zod'

const name = z.string().regex(/^[a-z][a-z0-9-]{0,40}$/, 'lower-case letters, digits and hyphens')
/** A file inside the release: no folder may be left and nothing is hidden. */
const file = z
  .string()
  .regex(/^(?!.*\.\.)[\w-][\w.-]*(\/[\w-][\w.-]*)*$/, 'a relative path inside the release')
const source = z.string().regex(/^(?!.*\.\.)[\w-][\w./-]*$/, 'a relative path inside the package')
const integrity = z.string().regex(/^sha384-[A-Za-z0-9+/]{64}$/)
const slotId = z
  .string()
  .regex(/^[a-z][a-z0-9.-]*\.v\d+$/, 'an id that ends in a version, such as search.box.v1')
const pagePath = z
  .string()
  .regex(
    /^\/[\w:/-]*$/,
    'a path such as /item/:id; a segment that begins with a colon matches any one segment',
  )
/** Name of the part in the reader's words. */
const label = z.strictObject({ 'zh-CN': z.string().min(1).max(40), en: z.string().min(1).max(40) })
const criticality = z.enum(['primary', 'regular'])

/**
 * Status of a page: `fixed` answers 200 whatever is found, so that the head can leave before the page is rendered;
 * `rendered` waits for the render to say (404, 410, 503).
 */
const status = z.enum(['fixed', 'rendered'])

/** `microfrontend.json`, the only metadata an author writes. */
export const authoredSchema = z.strictObject({
  name,
  contract: z.literal(1),
  /** Name in the reader's words, shown when the part is not available; its technical name when absent. */
  label: label.optional(),
  /** `primary`: without it the page has no content; `regular`: the page is of use without it. */
  criticality: criticality.default('primary'),
  /** Modules whose default export is made by `defineMicrofrontend` and `defineServerMicrofrontend`. */
  browser: source.default('browser.ts'),
  server: source.nullable().default('server.ts'),
  pages: z
    .array(
      z.strictObject({
        path: pagePath,
        status: status.default('rendered'),
        preload: z.array(source).default([]),
      }),
    )
    .max(100),
  /** Widgets offered to other pages; `module` has a `SlotModule` as its default export. */
  slots: z
    .array(z.strictObject({ id: slotId, module: source }))
    .max(50)
    .default([]),
  /** How long the page may hold the first byte of its content. */
  deadlineMs: z.int().min(50).max(2_000).default(400),
  /** Relative path of the trusted documents; null when it asks the graph nothing. */
  operations: source.nullable().default('operations.json'),
})
export type Authored = z.infer<typeof authoredSchema>

const fileFacts = z.strictObject({ integrity, bytes: z.int(), gzip: z.int() })
/** Size and hash of one built file, sizes in bytes. */
export type FileFacts = z.infer<typeof fileFacts>

/** `release.json`, written by the build beside the files it names; immutable. */
export const releaseSchema = z.strictObject({
  schema: z.literal('shuxiang.release/1'),
  name,
  version: z.string().regex(/^[\w.-]{1,80}$/),
  contract: z.literal(1),
  label,
  criticality,
  deadlineMs: z.int(),
  pages: z.array(z.strictObject({ path: pagePath, status, preload: z.array(file) })),
  slots: z.array(z.strictObject({ id: slotId, entry: file, preload: z.array(file) })),
  /** Paths are relative to the folder `browser/` of the release. */
  browser: z.strictObject({
    entry: file,
    css: z.array(file),
    preload: z.array(file),
    files: z.record(file, fileFacts),
  }),
  /** Relative to `server/`; null for a microfrontend that only the browser renders. */
  server: z.strictObject({ entry: file, integrity }).nullable(),
})
export type Release = z.infer<typeof releaseSchema>

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
