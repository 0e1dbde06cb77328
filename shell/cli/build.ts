// Builds what is stale: each target names its inputs, and is skipped when their content is as it was.
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Failure, fileSentence } from './failure.ts'
import { root } from './paths.ts'
import type { Progress } from './progress.ts'
import { fingerprint, stampOf } from './stale.ts'

/** Whether `build` would build something; looking loads none of the build tools. */
export async function isStale(buildDir: string): Promise<boolean> {
  return (await staleTargets(buildDir)).length > 0
}

async function staleTargets(buildDir: string) {
  const { shellTargets } = await import('../vite/targets.ts')
  return shellTargets(root)
    .map((target) => ({
      target,
      now: fingerprint(root, target.inputs),
      stamp: stampOf(buildDir, target.name),
    }))
    .filter(
      ({ target, now, stamp }) =>
        stamp.read() !== now || !target.outputs.every((output) => existsSync(join(buildDir, output))),
    )
}

/** Resolves when everything under `buildDir` is current. Errors: a Failure naming the target. */
export async function build(options: {
  readonly buildDir: string
  readonly progress: Progress
}): Promise<void> {
  const { buildDir, progress } = options
  const stale = await staleTargets(buildDir)
  if (stale.length === 0) return
  mkdirSync(buildDir, { recursive: true })
  const began = Date.now()
  for (const { target, now, stamp } of stale) {
    progress.step(`Building ${target.name}`)
    try {
      await target.build(buildDir)
    } catch (error) {
      progress.clear()
      throw new Failure(
        fileSentence(error, buildDir) ??
          `The build of ${target.name} failed: ${error instanceof Error ? error.message : String(error)}`,
      )
    }
    stamp.write(now)
  }
  progress.done(
    `Built ${stale.map(({ target }) => target.name).join(', ')} in ${((Date.now() - began) / 1000).toFixed(1)} s`,
  )
}
