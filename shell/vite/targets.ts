/** Everything of the shell that is built, as targets whose inputs tell when they are stale. */
import { readFile, writeFile, mkdir } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { replaceFile } from './files.ts'
import { microfrontendFolders } from './microfrontend-folders.ts'

export interface BuildTarget {
  /** Short and unique, such as `microfrontend-search`. */
  readonly name: string
  /** Files and folders below the repository whose content decides; package versions are in `pnpm-lock.yaml`. */
  readonly inputs: readonly string[]
  /** Paths below the build folder that exist when the target was built. */
  readonly outputs: readonly string[]
  build(buildDir: string): Promise<void>
}

const VOCABULARY = 'graphql-gateway/vocabulary'
const BUILDER = ['shell/vite', 'pnpm-lock.yaml']
/** Who asks the graph from the server: the shell itself, and the blocks that it renders. */
const ASKING = ['shell/server', 'site-builder/blocks']

/** What the editor is made of, besides its own files. */
const CORE = 'site-builder/'
const CORES = ['model', 'blocks', 'render', 'publish'].map((part) => `${CORE}${part}`)

/**
 * The targets of a repository, independent of each other. What builds them is loaded when they are built: who only
 * looks what is stale need not keep the build tools in memory.
 */
export function shellTargets(repository: string): BuildTarget[] {
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
      inputs: ['shell/vite', ...ASKING.map((folder) => `${folder}/operations.json`)],
      outputs: ['releases/shell/current.json'],
      build: (buildDir) => releaseOperations(repository, join(buildDir, 'releases/shell')),
    },
    ...[...microfrontendFolders(repository)].map(([name, folder]): BuildTarget => ({
      name: `microfrontend-${name}`,
      inputs: [...BUILDER, 'shell/sdk', VOCABULARY, ...(folder.startsWith(CORE) ? CORES : []), folder],
      outputs: [`releases/${name}/current.json`],
      async build(buildDir) {
        const { buildMicrofrontend } = await import('./build.ts')
        await buildMicrofrontend(join(repository, folder), { outDir: join(buildDir, 'releases', name) })
      },
    })),
  ]
}

/**
 * The trusted documents of the shell server and of the blocks it renders, in the shape of a release, so that the
 * gateway finds all documents in one place.
 */
async function releaseOperations(repository: string, outDir: string): Promise<void> {
  const { operationsSchema, parseJson } = await import('./release.ts')
  const registries = ASKING.map(async (folder) => {
    const path = join(repository, folder, 'operations.json')
    return parseJson(operationsSchema, await readFile(path, 'utf8'), path)
  })
  const operations = joinedOperations(await Promise.all(registries))
  const text = `${JSON.stringify(operations, null, 2)}\n`
  const version = createHash('sha256').update(text).digest('hex').slice(0, 16)
  await mkdir(join(outDir, version), { recursive: true })
  await writeFile(join(outDir, version, 'operations.json'), text)
  await replaceFile(join(outDir, 'current.json'), `${JSON.stringify({ version })}\n`)
}

/**
 * Registries as one. The server finds an operation by its name.
 * @throws Error when two operations of one name are not the same
 */
export function joinedOperations(
  registries: readonly Readonly<Record<string, string>>[],
): Readonly<Record<string, string>> {
  const joined = new Map<string, string>()
  const ids = new Map<string, string>()
  for (const [id, text] of registries.flatMap((registry) => Object.entries(registry))) {
    const name = /^(?:query|mutation) (\w+)/.exec(text)?.[1] ?? ''
    const known = ids.get(name)
    if (known !== undefined && known !== id)
      throw new Error(
        `two operations are named ${name}: the blocks and the shell server share one list, so give one of them another name`,
      )
    ids.set(name, id)
    joined.set(id, text)
  }
  return Object.fromEntries(joined)
}
