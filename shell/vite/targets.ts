/** Everything of the shell that is built, as targets whose inputs tell when they are stale. */
import { readFile, writeFile, mkdir } from 'node:fs/promises'
import { existsSync, readdirSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { buildMicrofrontend } from './build.ts'
import { replaceFile } from './files.ts'
import { operationsSchema, parseJson } from './release.ts'
import { buildRuntime } from './runtime.ts'
import { buildShared } from './shared.ts'

export interface BuildTarget {
  /** Short and unique, such as `microfrontend-search`. */
  readonly name: string
  /** Files and folders below the repository whose content decides; package versions are in `pnpm-lock.yaml`. */
  readonly inputs: readonly string[]
  /** Paths below the build folder that exist when the target was built. */
  readonly outputs: readonly string[]
  build(buildDir: string): Promise<void>
}

const BUILDER = ['shell/vite', 'pnpm-lock.yaml']

/** The targets of a repository, independent of each other. */
export function shellTargets(repository: string): BuildTarget[] {
  const folder = join(repository, 'microfrontends')
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'microfrontend.json')))
  return [
    {
      name: 'shared',
      inputs: [...BUILDER, 'shell/sdk'],
      outputs: ['shared/current.json'],
      build: async (buildDir) => void (await buildShared(join(buildDir, 'shared'))),
    },
    {
      name: 'runtime',
      inputs: [...BUILDER, 'shell/sdk', 'shell/runtime'],
      outputs: ['runtime/current.json'],
      build: async (buildDir) =>
        void (await buildRuntime(join(repository, 'shell/runtime'), join(buildDir, 'runtime'))),
    },
    {
      name: 'shell-operations',
      inputs: ['shell/vite/targets.ts', 'shell/server/operations.json'],
      outputs: ['releases/shell/current.json'],
      build: (buildDir) =>
        releaseOperations(join(repository, 'shell/server/operations.json'), join(buildDir, 'releases/shell')),
    },
    ...names.map((name): BuildTarget => ({
      name: `microfrontend-${name}`,
      inputs: [...BUILDER, 'shell/sdk', `microfrontends/${name}`],
      outputs: [`releases/${name}/current.json`],
      build: async (buildDir) =>
        void (await buildMicrofrontend(join(folder, name), { outDir: join(buildDir, 'releases', name) })),
    })),
  ]
}

/** The shell server's own trusted documents, in the shape of a release so that the gateway finds all in one place. */
async function releaseOperations(source: string, outDir: string): Promise<void> {
  const text = await readFile(source, 'utf8')
  parseJson(operationsSchema, text, source)
  const version = createHash('sha256').update(text).digest('hex').slice(0, 16)
  await mkdir(join(outDir, version), { recursive: true })
  await writeFile(join(outDir, version, 'operations.json'), text)
  await replaceFile(join(outDir, 'current.json'), `${JSON.stringify({ version })}\n`)
}
