/** Builds what every page shares: Vue, Pinia, the router and the SDK, as hashed modules for the import map. */
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { build, type Plugin } from 'vite'
import { replaceFile, sealFiles } from './files.ts'
import type { Bundle } from './release.ts'
import {
  BROWSERS,
  SHARED,
  baseConfig,
  hashedOutput,
  sdkFolder,
  vueFlags,
  vueSources,
  type SharedName,
} from './settings.ts'

function sourceOf(name: SharedName): string {
  if (name === 'vue') return vueSources.runtime
  if (name === '@shuxiang/sdk') return join(sdkFolder, 'index.ts')
  if (name === '@shuxiang/sdk/contract') return join(sdkFolder, 'contract.ts')
  return name
}

/** The SDK's own import of its contract goes through the import map too, so that its error class exists once. */
const contractOnce: Plugin = {
  name: 'shuxiang:contract-once',
  enforce: 'pre',
  resolveId(source, importer) {
    if (!importer || dirname(importer) !== sdkFolder || source !== './contract.ts') return null
    return { id: '@shuxiang/sdk/contract', external: true }
  },
}

/**
 * Each module is built alone with the others external: bare names stay in the output and the one import map of the
 * page resolves them, so that a new SDK leaves the reader's cached Vue as it is.
 * Writes `<outDir>/<name>.<hash>.js` with compressed twins and `<outDir>/current.json`; older files stay for open tabs.
 */
export async function buildShared(
  outDir: string,
  mode: 'production' | 'development' = 'production',
): Promise<Bundle> {
  await mkdir(outDir, { recursive: true })
  const imports: Record<string, string> = {}
  const written: string[] = []
  for (const name of SHARED) {
    const chunk = name.replace('@', '').replaceAll('/', '-')
    const result = await build({
      ...baseConfig(sdkFolder, mode),
      define: vueFlags(mode),
      plugins: [contractOnce],
      build: {
        outDir,
        emptyOutDir: false,
        target: BROWSERS,
        minify: mode === 'production',
        modulePreload: false,
        assetsDir: '',
        rollupOptions: {
          checks: { pluginTimings: false },
          input: { [chunk]: sourceOf(name) },
          preserveEntrySignatures: 'strict',
          external: SHARED.filter((other) => other !== name),
          output: { ...hashedOutput, codeSplitting: false },
        },
      },
    })
    const outputs = Array.isArray(result) ? result : [result]
    for (const output of outputs) {
      if (!('output' in output)) throw new Error(`building ${name} for the shared set gave no output`)
      for (const file of output.output) {
        written.push(file.fileName)
        if (file.type === 'chunk' && file.isEntry) imports[name] = file.fileName
      }
    }
  }
  const bundle: Bundle = { schema: 'shuxiang.bundle/1', imports, files: await sealFiles(outDir, written) }
  await replaceFile(join(outDir, 'current.json'), `${JSON.stringify(bundle, null, 2)}\n`)
  return bundle
}
