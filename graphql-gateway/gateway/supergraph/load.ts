// The supergraph to start with: committed, kept from an earlier start, or composed now; in this order, for speed.
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { compose, compositionHash, type SubgraphSdl } from './compose.ts'
import { isComposedFrom, marked } from './generated.ts'

/** Where supergraphs may lie. */
export interface SupergraphPlaces {
  /** The file written by `compose.ts`. */
  readonly committed: string
  /** Folder for supergraphs composed at start. */
  readonly folder: string
}

/** SDL of the supergraph of just these subgraphs. Errors: `CompositionError`. */
export async function loadSupergraph(
  subgraphs: readonly SubgraphSdl[],
  places: SupergraphPlaces,
): Promise<string> {
  const kept = join(places.folder, `${compositionHash(subgraphs)}.graphql`)
  for (const file of [places.committed, kept]) {
    const text = await readFile(file, 'utf8').catch(() => null)
    if (text !== null && isComposedFrom(text, subgraphs)) return text
  }
  const supergraph = marked(await compose(subgraphs), subgraphs)
  await keep(kept, supergraph, places.folder).catch(() => {
    // A folder that cannot be written costs the next start some time, nothing else.
  })
  return supergraph
}

/** Renamed into place: a process that starts at the same time never reads half a file. */
async function keep(file: string, text: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const half = `${file}.${process.pid}`
  await writeFile(half, text)
  await rename(half, file)
}
