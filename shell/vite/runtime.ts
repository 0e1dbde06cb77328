/** Builds the shell's browser runtime: one module that starts every page. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'
import { replaceFile, sealFiles } from './files.ts'
import type { Bundle } from './release.ts'
import { BROWSERS, baseConfig, hashedOutput } from './settings.ts'

/**
 * `source` is the folder of the runtime with its `main.ts`. Vue stays out of it: a page without a microfrontend loads
 * only this. Writes `<outDir>/runtime.<hash>.js`, its compressed twins and `<outDir>/current.json`.
 */
export async function buildRuntime(source: string, outDir: string): Promise<Bundle> {
  await mkdir(outDir, { recursive: true })
  const result = await build({
    ...baseConfig(source, 'production'),
    // Said here, because Vite takes it from NODE_ENV: started from a test, readers would get single-spa's development half.
    resolve: { conditions: ['module', 'browser', 'production'] },
    build: {
      outDir,
      emptyOutDir: false,
      target: BROWSERS,
      modulePreload: false,
      assetsDir: '',
      rollupOptions: {
        checks: { pluginTimings: false },
        input: { runtime: join(source, 'main.ts') },
        external: ['@shuxiang/sdk/contract'],
        output: { ...hashedOutput, codeSplitting: false },
      },
    },
  })
  const outputs = Array.isArray(result) ? result : [result]
  const files = outputs.flatMap((output) =>
    'output' in output ? output.output.map((file) => file.fileName) : [],
  )
  const entry = files.find((file) => file.startsWith('runtime.'))
  if (entry === undefined) throw new Error(`building the runtime from ${source} gave no entry`)
  const bundle: Bundle = {
    schema: 'shuxiang.bundle/1',
    imports: { '@shuxiang/runtime': entry },
    files: await sealFiles(outDir, files),
  }
  await replaceFile(join(outDir, 'current.json'), `${JSON.stringify(bundle, null, 2)}\n`)
  return bundle
}
