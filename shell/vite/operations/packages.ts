/** Which packages ask the graph: those of the shell, the microfrontends and the site builder with `.graphql` files. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

const PARENTS = ['shell', 'microfrontends', 'site-builder']
const SKIPPED = new Set(['node_modules', 'schema', '.build', 'dist'])

/** Folders of all packages of a repository whose trusted documents are committed beside their sources, sorted. */
export async function packagesWithOperations(repository: string): Promise<string[]> {
  const folders = await Promise.all(
    PARENTS.map(async (parent) => {
      const entries = await readdir(join(repository, parent), { withFileTypes: true }).catch(() => [])
      return entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(repository, parent, name))
    }),
  )
  const asking = await Promise.all(
    folders.flat().map(async (folder) => ((await graphqlFiles(folder)).length > 0 ? [folder] : [])),
  )
  return asking.flat().sort()
}

/** Every `.graphql` file of a package, sorted. */
export async function graphqlFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const nested = await Promise.all(
    entries.map(async (entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : graphqlFiles(path)
      return entry.name.endsWith('.graphql') ? [path] : []
    }),
  )
  return nested.flat().sort()
}
