/** Builds the shell's browser runtime: one module that starts every page, one that only those need who sign in, and one for those who want texts in one script. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'
import { replaceFile, sealFiles } from './files.ts'
import type { Bundle } from './release.ts'
import { BROWSERS, baseConfig, hashedOutput } from './settings.ts'

/** Modules of the runtime by the name that pages know them by: file name of the built one, and its source. */
const MODULES = {
  '@shuxiang/runtime': ['runtime', 'main.ts'],
  '@shuxiang/runtime/auth': ['auth', 'auth/main.ts'],
  '@shuxiang/runtime/script': ['script', 'script/main.ts'],
} as const

/**
 * `source` is the folder of the runtime. Vue stays out of it: a page without a microfrontend loads only its first
 * module. Writes `<outDir>/<module>.<hash>.js`, compressed twins and `<outDir>/current.json`.
 */
export async function buildRuntime(source: string, outDir: string): Promise<Bundle> {
  await mkdir(outDir, { recursive: true })
  const imports: Record<string, string> = {}
  const files: string[] = []
  for (const [name, [chunk, entry]] of Object.entries(MODULES)) {
    const built = await buildModule(source, outDir, chunk, entry)
    imports[name] = built.entry
    files.push(...built.files)
  }
  const bundle: Bundle = { schema: 'shuxiang.bundle/1', imports, files: await sealFiles(outDir, files) }
  await replaceFile(join(outDir, 'current.json'), `${JSON.stringify(bundle, null, 2)}\n`)
  return bundle
}

async function buildModule(
  source: string,
  outDir: string,
  chunk: string,
  entry: string,
): Promise<{ readonly entry: string; readonly files: readonly string[] }> {
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
        input: { [chunk]: join(source, entry) },
        preserveEntrySignatures: 'strict',
        external: ['@shuxiang/sdk/contract'],
        output: { ...hashedOutput, codeSplitting: false },
      },
    },
  })
  const outputs = Array.isArray(result) ? result : [result]
  const files = outputs.flatMap((output) =>
    'output' in output ? output.output.map((file) => file.fileName) : [],
  )
  const found = files.find((file) => file.startsWith(`${chunk}.`))
  if (found === undefined) throw new Error(`building ${entry} of the runtime from ${source} gave no module`)
  return { entry: found, files }
}
