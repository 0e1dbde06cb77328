// The SDL files of the subgraphs in this repository.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse, print } from 'graphql'
import type { SubgraphSdl } from './compose.ts'

/** Reads `<folder>/<name>/schema/*.graphql` of every subgraph, in the printed form that `defineSubgraph` gives. */
export async function readSubgraphs(folder: string): Promise<SubgraphSdl[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(
    names.sort().map(async (name) => {
      const schemas = join(folder, name, 'schema')
      const files = (await readdir(schemas)).filter((file) => file.endsWith('.graphql')).sort()
      const texts = await Promise.all(files.map((file) => readFile(join(schemas, file), 'utf8')))
      return { name, sdl: print(parse(texts.join('\n'))) }
    }),
  )
}
