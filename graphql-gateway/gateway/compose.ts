// Writes supergraph and API schema from the SDL of the installed subgraphs: `node graphql-gateway/gateway/compose.ts [FOLDER]`;
// without a folder, the committed ones.
import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { subgraphs } from '@shuxiang/product/subgraphs'
import { installedOf } from '@shuxiang/subgraph-kit/module'
import { generatedFiles } from './supergraph/generated.ts'
import { sdlOf } from './supergraph/sources.ts'

const folder = resolve(process.argv[2] ?? import.meta.dirname)
const installed = await installedOf(subgraphs)
const { supergraph, api } = await generatedFiles(subgraphs.map((module) => sdlOf(module, installed)))
await writeFile(join(folder, 'supergraph.generated.graphql'), supergraph)
await writeFile(join(folder, 'api.generated.graphql'), api)
