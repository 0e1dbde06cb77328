// `npm run build`: builds what is stale and nothing else.
import { build } from './build.ts'
import { Failure } from './failure.ts'
import { settings } from './paths.ts'
import { createProgress } from './progress.ts'

export async function run(): Promise<number> {
  const set = settings(process.env)
  if ('sentence' in set) throw new Failure(set.sentence)
  await build({ buildDir: set.buildDir, progress: createProgress(process.stdout) })
  return 0
}
