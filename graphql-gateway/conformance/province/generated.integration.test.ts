// What is generated of the province is what its SDL gives now; how it is made again stands in the README.
import { join } from 'node:path'
import { installedOf } from '@shuxiang/subgraph-kit/module'
import { buildSchema } from 'graphql'
import { expect, it } from 'vitest'
import { generateOperations, staleFiles } from '../../../shell/vite/operations.ts'
import { generatedFiles } from '../../gateway/supergraph/generated.ts'
import { sdlOf } from '../../gateway/supergraph/sources.ts'
import { subgraphs } from './subgraphs.ts'

it('the operations of its microfrontend ask its own graph', async () => {
  const installed = await installedOf(subgraphs)
  const { api } = await generatedFiles(subgraphs.map((module) => sdlOf(module, installed)))
  const folder = join(import.meta.dirname, 'microfrontends', 'sheets')
  expect(await staleFiles(await generateOperations(folder, buildSchema(api)))).toEqual([])
})
