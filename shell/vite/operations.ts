/**
 * Makes trusted documents of the `*.graphql` operations of a package: checks them against the public API and writes
 * `operations.generated.ts` (typed constants; those of `operations/later/` in `operations-later.generated.ts`) and `operations.json` (`{"sha256:<hex>": "<document>"}`).
 * Run: `node shell/vite/operations.ts [--schema FILE] [--check] [<package folder>…]`;
 * without a folder, for every package that asks the graph.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildSchema, type GraphQLSchema } from 'graphql'
import { OperationProblem, readOperations, type OperationDocuments } from './operations/documents.ts'
import { moduleForm } from './operations/module-form.ts'
import { printLater, printModule } from './operations/module.ts'
import { graphqlFiles, packagesWithOperations } from './operations/packages.ts'

const repository = resolve(import.meta.dirname, '../..')
const API_SCHEMA = join(repository, 'graphql-gateway/gateway/api.generated.graphql')

/** One file to be written. */
export interface GeneratedFile {
  readonly path: string
  readonly content: string
}

/** The generated files of one package. */
export interface GeneratedFiles {
  readonly module: GeneratedFile
  /** Constants of `operations/later/`, apart from what every page carries; null where there are none. */
  readonly later: GeneratedFile | null
  readonly registry: GeneratedFile
  readonly operationCount: number
}

/** Generate for one package folder, writing nothing. Throws `OperationProblem` naming file, place and reason. */
export async function generateOperations(folder: string, schema: GraphQLSchema): Promise<GeneratedFiles> {
  const documents = await documentsIn(folder, schema)
  const registry = registryOf(documents)
  const form = await moduleForm(folder)
  const later = await printLater(documents, schema, form)
  return {
    module: {
      path: join(folder, 'operations.generated.ts'),
      content: await printModule(documents, schema, form),
    },
    later: later === null ? null : { path: join(folder, 'operations-later.generated.ts'), content: later },
    registry: { path: join(folder, 'operations.json'), content: `${JSON.stringify(registry, null, 2)}\n` },
    operationCount: documents.operations.length,
  }
}

async function documentsIn(folder: string, schema: GraphQLSchema): Promise<OperationDocuments> {
  const paths = await graphqlFiles(folder)
  const sources = await Promise.all(
    paths.map(async (path) => ({ path: relative(folder, path), text: await readFile(path, 'utf8') })),
  )
  return readOperations(sources, schema)
}

function registryOf({ operations }: OperationDocuments): Readonly<Record<string, string>> {
  return Object.fromEntries(operations.map(({ id, text }) => [id, text]))
}

/** Read the public API schema that operations are checked against. */
export async function readApiSchema(path: string = API_SCHEMA): Promise<GraphQLSchema> {
  return buildSchema(await readFile(path, 'utf8'))
}

const filesOf = ({ module, later, registry }: GeneratedFiles): readonly GeneratedFile[] =>
  later === null ? [module, registry] : [module, later, registry]

/** Paths of generated files that are missing or differ from what the sources give now. */
export async function staleFiles(files: GeneratedFiles): Promise<string[]> {
  const stale: string[] = []
  for (const { path, content } of filesOf(files)) {
    const current = await readFile(path, 'utf8').catch(() => null)
    if (current !== content) stale.push(relative(repository, path))
  }
  return stale
}

async function run(args: readonly string[]): Promise<number> {
  const rest = [...args]
  const at = rest.indexOf('--schema')
  const schemaPath = at < 0 ? undefined : rest.splice(at, 2)[1]
  const checkOnly = rest.includes('--check')
  const named = rest.filter((argument) => !argument.startsWith('--'))
  const folders = named.length > 0 ? named : await packagesWithOperations(repository)
  const schema = await readApiSchema(schemaPath)
  let stale = 0
  for (const folder of folders) {
    const files = await generateOperations(resolve(folder), schema)
    if (checkOnly) {
      for (const path of await staleFiles(files)) {
        stale += 1
        console.error(`${path} is out of date: run node shell/vite/operations.ts`)
      }
      continue
    }
    for (const { path, content } of filesOf(files)) await writeFile(path, content)
    console.log(`${relative(process.cwd(), folder) || '.'}: ${files.operationCount} operations`)
  }
  return stale > 0 ? 1 : 0
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    process.exitCode = await run(process.argv.slice(2))
  } catch (error) {
    if (!(error instanceof OperationProblem) && !(error instanceof Error && 'code' in error)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}
