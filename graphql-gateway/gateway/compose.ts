// Writes the committed supergraph and API schema from the SDL files of the subgraphs: `node graphql-gateway/gateway/compose.ts`.
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { generatedFiles } from './supergraph/generated.ts'
import { readSubgraphs } from './supergraph/sources.ts'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

const { supergraph, api } = await generatedFiles(await readSubgraphs(here('../subgraphs')))
await writeFile(here('./supergraph.generated.graphql'), supergraph)
await writeFile(here('./api.generated.graphql'), api)
