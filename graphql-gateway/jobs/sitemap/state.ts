// What the sitemap in a folder was built from, and whether its files are still as they were written.
import { readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

/** Raised with every change of what is named or how: a sitemap of former rules is built again. */
const rules = 6

const builtSchema = z.object({
  rules: z.literal(rules),
  origin: z.string(),
  /** Newest change of a record when it was built. */
  newest: z.string().nullable(),
  at: z.coerce.date(),
  /** Milliseconds that it took. */
  took: z.number(),
  files: z.record(z.string(), z.object({ size: z.number(), modified: z.number() })),
})
export type Built = z.infer<typeof builtSchema>

/** Read by the shell as well: it serves nothing that was built for another origin. */
const fileName = 'built.json'

/** What was built; null when that cannot be read, is of other rules, or a file is gone, shorter, longer or written over. */
export async function whatIsBuilt(folder: string): Promise<Built | null> {
  const text = await readFile(join(folder, fileName), 'utf8').catch(() => null)
  const built = text === null ? null : builtSchema.safeParse(parsedJson(text))
  if (!built?.success) return null
  for (const [name, before] of Object.entries(built.data.files)) {
    const now = await factsOf(join(folder, name)).catch(() => null)
    if (now === null || now.size !== before.size || now.modified !== before.modified) return null
  }
  return built.data
}

/** Remembers what was built and takes away what is left of former builds. `names` are the files of this one. */
export async function remember(
  folder: string,
  built: Omit<Built, 'files' | 'rules'>,
  names: readonly string[],
): Promise<void> {
  const files: Built['files'] = {}
  for (const name of names) files[name] = await factsOf(join(folder, name))
  const draft = join(folder, `${fileName}.draft`)
  await writeFile(draft, `${JSON.stringify({ rules, ...built, files })}\n`)
  await rename(draft, join(folder, fileName))
  for (const name of await readdir(folder))
    if (name !== fileName && !Object.hasOwn(files, name)) await rm(join(folder, name), { force: true })
}

async function factsOf(path: string): Promise<{ size: number; modified: number }> {
  const { size, mtimeMs } = await stat(path)
  return { size, modified: mtimeMs }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
