// `npm run test:store [-- --uri mongodb://...]`: everything the product asks of its store, asked of a server of your choice.
import { globSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { Failure } from './failure.ts'
import { runProgram } from './forward.ts'
import { root, settings } from './paths.ts'

const completeness = 'graphql-gateway/store-contract/completeness.ts'

/** Where the tests note the lines of the product that ask the store. */
export const callsFile = (buildDir: string): string => join(buildDir, 'store-calls.txt')

/** Begins a new list of lines. */
export function forgetCalls(buildDir: string): string {
  const file = callsFile(buildDir)
  mkdirSync(dirname(file), { recursive: true })
  rmSync(file, { force: true })
  return file
}

/** Whether every line of the product that asks the store was gone through. Prints those that were not. */
export async function checkCalls(buildDir: string): Promise<boolean> {
  return (await runProgram(completeness, [callsFile(buildDir)])) === 0
}

export async function run(args: readonly string[]): Promise<number> {
  const set = settings(process.env)
  if ('sentence' in set) throw new Failure(set.sentence)
  const uri = addressIn(args)
  const files = contractFiles()
  process.stdout.write(
    `The store contract: ${files.length} files of tests over ${uri === undefined ? 'an embedded store of their own' : 'the server given'}, in databases of their own that are removed afterwards\n`,
  )
  const calls = forgetCalls(set.buildDir)
  const code = await runProgram(
    'node_modules/vitest/vitest.mjs',
    ['run', '--project', 'integration', '--project', 'unit', ...files],
    { ...process.env, STORE_CALLS: calls, ...(uri === undefined ? {} : { STORE_URI: uri }) },
  )
  return (await checkCalls(set.buildDir)) ? code : 1
}

function addressIn(args: readonly string[]): string | undefined {
  try {
    const { uri } = parseArgs({ args: [...args], options: { uri: { type: 'string' } } }).values
    if (uri === undefined || /^mongodb(\+srv)?:\/\/[^/?]+/.test(uri)) return uri
  } catch {
    // Said below.
  }
  throw new Failure('Use: npm run test:store [-- --uri mongodb://host:27017/]')
}

/** Files of tests that open their store through the contract. */
function contractFiles(): string[] {
  return globSync('graphql-gateway/**/*.test.ts', {
    cwd: root,
    exclude: (path) => path.includes('node_modules'),
  })
    .filter(
      (file) =>
        file.includes('store-contract') || readFileSync(join(root, file), 'utf8').includes('openTestStore'),
    )
    .sort()
}
