// `npm run bench -- <name>`: runs the benchmark of that name of whichever package has it; without a name, lists them.
import { globSync } from 'node:fs'
import { basename } from 'node:path'
import { Failure } from './failure.ts'
import { runProgram } from './forward.ts'
import { root, settings } from './paths.ts'

export async function run(args: readonly string[]): Promise<number> {
  const set = settings(process.env)
  if ('sentence' in set) throw new Failure(set.sentence)
  const files = globSync('{shell,microfrontends,site-builder,graphql-gateway,themes}/**/bench/*.bench.ts', {
    cwd: root,
    exclude: (path) => path.includes('node_modules'),
  })
  const names = files.map((file) => basename(file, '.bench.ts')).sort()
  const file = files.find((candidate) => basename(candidate, '.bench.ts') === args[0])
  if (file === undefined) throw new Failure(`Give the name of a benchmark: ${names.join(', ')}.`)
  return runProgram(file, args.slice(1), { ...process.env, DATA_DIR: set.dataDir, BUILD_DIR: set.buildDir })
}
