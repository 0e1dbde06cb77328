/** Everything of the shell that is built, as targets whose inputs tell when they are stale. */
import { readFile, writeFile, mkdir } from 'node:fs/promises'
import { existsSync, readdirSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { replaceFile } from './files.ts'

export interface BuildTarget {
  /** Short and unique, such as `microfrontend-search`. */
  readonly name: string
  /** Files and folders below the repository whose content decides; package versions are in `pnpm-lock.yaml`. */
  readonly inputs: readonly string[]
  /** Paths below the build folder that exist when the target was built. */
  readonly outputs: readonly string[]
  build(buildDir: string): Promise<void>
}

const API_SCHEMA = 'graphql-gateway/gateway/api.generated.graphql'
const VOCABULARY = 'graphql-gateway/vocabulary'
const BUILDER = ['shell/vite', 'pnpm-lock.yaml']

/**
 * The targets of a repository, independent of each other. What builds them is loaded when they are built: who only
 * looks what is stale need not keep the build tools in memory.
 */
export function shellTargets(repository: string): BuildTarget[] {
  const folder = join(repository, 'microfrontends')
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'microfrontend.json')))
  return [
    {
      name: 'shared',
      inputs: [...BUILDER, 'shell/sdk', VOCABULARY],
      outputs: ['shared/current.json'],
      async build(buildDir) {
        const { buildShared } = await import('./shared.ts')
        await buildShared(join(buildDir, 'shared'))
      },
    },
    {
      name: 'runtime',
      inputs: [...BUILDER, 'shell/sdk', 'shell/runtime'],
      outputs: ['runtime/current.json'],
      async build(buildDir) {
        const { buildRuntime } = await import('./runtime.ts')
        await buildRuntime(join(repository, 'shell/runtime'), join(buildDir, 'runtime'))
      },
    },
    {
      name: 'shell-operations',
      inputs: ['shell/vite', 'shell/server/operations.json', 'site-builder/blocks', API_SCHEMA],
      outputs: ['releases/shell/current.json'],
      build: (buildDir) => releaseOperations(repository, join(buildDir, 'releases/shell')),
    },
    ...names.map((name): BuildTarget => ({
      name: `microfrontend-${name}`,
      inputs: [...BUILDER, 'shell/sdk', VOCABULARY, `microfrontends/${name}`],
      outputs: [`releases/${name}/current.json`],
      async build(buildDir) {
        const { buildMicrofrontend } = await import('./build.ts')
        await buildMicrofrontend(join(folder, name), { outDir: join(buildDir, 'releases', name) })
      },
    })),
  ]
}

/**
 * The trusted documents of the shell server and of the blocks it renders, in the shape of a release, so that the
 * gateway finds all documents in one place.
 */
async function releaseOperations(repository: string, outDir: string): Promise<void> {
  const { trustedDocuments, readApiSchema } = await import('./operations.ts')
  const { operationsSchema, parseJson } = await import('./release.ts')
  const own = join(repository, 'shell/server/operations.json')
  const schema = await readApiSchema(join(repository, API_SCHEMA))
  const operations = {
    ...parseJson(operationsSchema, await readFile(own, 'utf8'), own),
    ...operationsSchema.parse(await trustedDocuments(join(repository, 'site-builder/blocks'), schema)),
  }
  const text = `${JSON.stringify(operations, null, 2)}\n`
  const version = createHash('sha256').update(text).digest('hex').slice(0, 16)
  await mkdir(join(outDir, version), { recursive: true })
  await writeFile(join(outDir, version, 'operations.json'), text)
  await replaceFile(join(outDir, 'current.json'), `${JSON.stringify({ version })}\n`)
}
