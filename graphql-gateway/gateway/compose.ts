// Writes the committed supergraph and API schema from the SDL of the installed subgraphs: `node graphql-gateway/gateway/compose.ts`.
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { subgraphs } from '@shuxiang/product/subgraphs'
import { installedOf } from '@shuxiang/subgraph-kit/module'
import { generatedFiles } from './supergraph/generated.ts'
import { sdlOf } from './supergraph/sources.ts'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

const installed = await installedOf(subgraphs)
const { supergraph, api } = await generatedFiles(subgraphs.map((module) => sdlOf(module, installed)))
await writeFile(here('./supergraph.generated.graphql'), supergraph)
await writeFile(here('./api.generated.graphql'), api)
