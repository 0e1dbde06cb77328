/** Builds one microfrontend into an immutable release. */
import { createHash } from 'node:crypto'
import { chmod, mkdir, mkdtemp, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { DocumentFormat, ServerDocuments } from '@shuxiang/sdk/contract'
import { build, type Manifest } from 'vite'
import { locale } from './declared.ts'
import { integrityOf, listFiles, replaceFile, sealFiles } from './files.ts'
import { authoredSchema, type Authored } from './microfrontend-json.ts'
import { operationTexts } from './operation-texts.ts'
import { operationsSchema, parseJson, releaseSchema, type Release } from './release.ts'
import { SERVER_ENTRY, hasServerSide, serverEntry } from './server-entry.ts'
import { BROWSERS, SHARED, baseConfig, hashedOutput, microfrontend, vueSources } from './settings.ts'

/** Open tabs of readers still find their chunks in this many former releases. */
const KEPT_RELEASES = 20

export interface BuiltRelease {
  readonly release: Release
  readonly folder: string
}

/**
 * Build the microfrontend of a folder into `<outDir>/<version>/` and make it the current one. `outDir` is the folder
 * of all releases of this microfrontend (`.build/releases/<name>`). The version is the hash of all built bytes:
 * the same sources give the same release.
 * @throws Error naming what in the sources does not fit.
 */
export async function buildMicrofrontend(
  folder: string,
  options: { readonly outDir: string },
): Promise<BuiltRelease> {
  const authored = await readAuthored(folder)
  await mkdir(options.outDir, { recursive: true })
  const draft = await mkdtemp(join(options.outDir, '.draft-'))
  try {
    const manifest = await buildBrowser(folder, authored, join(draft, 'browser'))
    const frames = await buildFrames(folder, authored, join(draft, 'browser'))
    const server = await buildServer(folder, authored, join(draft, 'server'))
    await writeFile(join(draft, 'operations.json'), await readOperations(folder, authored))
    const version = await contentVersion(draft)
    const release = await describe(authored, { manifest, frames, server }, draft, version)
    await writeFile(join(draft, 'release.json'), `${JSON.stringify(release, null, 2)}\n`)
    const target = join(options.outDir, version)
    // Made private for the draft; the gateway and the shell may run as other users.
    await chmod(draft, 0o755)
    await rename(draft, target).catch(async (error: unknown) => {
      // The same bytes were released before; the release there is equal and may be in use.
      if (!(await isFolder(target))) throw error
    })
    await replaceFile(join(options.outDir, 'current.json'), `${JSON.stringify({ version })}\n`)
    await forgetOldReleases(options.outDir, version)
    return { release, folder: target }
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

/** The author's `microfrontend.json` of a package folder. */
export async function readAuthored(folder: string): Promise<Authored> {
  const path = join(folder, 'microfrontend.json')
  return parseJson(authoredSchema, await readFile(path, 'utf8'), path)
}

async function buildBrowser(folder: string, authored: Authored, outDir: string): Promise<Manifest> {
  const added = [
    ...authored.enhancements.map(({ id, module }) => [chunkName(id), join(folder, module)]),
    ...authored.extensions.map(({ slot, module }, i) => [`${chunkName(slot)}-${i}`, join(folder, module)]),
  ]
  await build({
    ...baseConfig(folder, 'production'),
    plugins: [operationTexts(), microfrontend(authored.name)],
    build: {
      outDir,
      emptyOutDir: true,
      target: BROWSERS,
      manifest: true,
      // Links for lazy parts would be added without integrity and never removed: one sheet, linked by the shell.
      cssCodeSplit: false,
      modulePreload: false,
      assetsDir: '',
      rollupOptions: {
        checks: { pluginTimings: false },
        input: { entry: join(folder, authored.browser), ...Object.fromEntries(added) },
        preserveEntrySignatures: 'strict',
        external: [...SHARED],
        output: hashedOutput,
      },
    },
  })
  const path = join(outDir, '.vite/manifest.json')
  // Vite's own file, written one line above by the version pinned in package.json.
  const manifest = JSON.parse(await readFile(path, 'utf8')) as Manifest
  await rm(join(outDir, '.vite'), { recursive: true })
  return manifest
}

/**
 * Each is one file that carries all it needs: the document around it has no import map, and one hash holds all of it.
 */
async function buildFrames(folder: string, authored: Authored, outDir: string): Promise<Release['frames']> {
  const frames: Release['frames'] = []
  for (const { name, module } of authored.frames) {
    const result = await build({
      ...baseConfig(folder, 'production'),
      build: {
        outDir,
        emptyOutDir: false,
        target: BROWSERS,
        modulePreload: false,
        assetsDir: '',
        // One file by intent; what it may weigh is for the microfrontend's own budget to say.
        chunkSizeWarningLimit: Infinity,
        rollupOptions: {
          checks: { pluginTimings: false },
          input: { [`frame-${name}`]: join(folder, module) },
          output: { ...hashedOutput, codeSplitting: false },
        },
      },
    })
    frames.push({ name, entry: entryFile(result, `the frame ${name} of ${authored.name}`) })
  }
  return frames
}

/**
 * The server side carries everything it needs, Vue too: a release renders the same wherever it is put, with the
 * libraries it was tested with, and the worker that runs it resolves nothing from the shell's own modules.
 */
async function buildServer(folder: string, authored: Authored, outDir: string): Promise<string | null> {
  if (!hasServerSide(authored)) return null
  const result = await build({
    ...baseConfig(folder, 'production'),
    plugins: [microfrontend(authored.name), serverEntry(folder, authored)],
    resolve: {
      alias: [
        { find: /^vue$/, replacement: vueSources.runtime },
        {
          find: /^vue\/server-renderer$/,
          replacement: vueSources.serverRenderer,
        },
      ],
    },
    // Not `node`: Vue's entries for Node are CommonJS, with warnings for developers in them.
    ssr: { noExternal: true, target: 'node', resolve: { conditions: ['module', 'production'] } },
    build: {
      outDir,
      emptyOutDir: true,
      ssr: true,
      target: 'node24',
      minify: false,
      rollupOptions: {
        checks: { pluginTimings: false },
        input: { server: SERVER_ENTRY },
        output: { ...hashedOutput, entryFileNames: 'server.[hash].js', codeSplitting: false },
      },
    },
  })
  return entryFile(result, `the server side of ${authored.name}`)
}

/** @throws Error when the build gave none. */
function entryFile(result: Awaited<ReturnType<typeof build>>, what: string): string {
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((one) =>
    'output' in one ? one.output : [],
  )
  const entry = outputs.find((file) => file.type === 'chunk' && file.isEntry)
  if (!entry) throw new Error(`building ${what} gave no entry`)
  return entry.fileName
}

/** What the builds of a release left. */
interface Built {
  readonly manifest: Manifest
  readonly frames: Release['frames']
  readonly server: string | null
}

async function describe(
  authored: Authored,
  { manifest, frames, server }: Built,
  draft: string,
  version: string,
): Promise<Release> {
  const browserDir = join(draft, 'browser')
  const files = await sealFiles(browserDir, await listFiles(browserDir))
  const documents = server === null ? [] : await documentFormats(join(draft, 'server', server))
  const release: Release = {
    schema: 'shuxiang.release/2',
    name: authored.name,
    version,
    contract: authored.contract,
    label: authored.label ?? { 'zh-CN': authored.name, en: authored.name },
    criticality: authored.criticality,
    signIn: authored.signIn,
    deadlineMs: authored.deadlineMs,
    pages: authored.pages.map(({ path, status, preload, slots }, i) => ({
      path,
      status,
      slots,
      documents: [...(documents[i] ?? [])],
      preload: preload.flatMap((source) => staticFiles(manifest, source)),
    })),
    nav: authored.nav,
    extensions: authored.extensions.map(({ module, server: onServer, kinds, offer, ...rest }) => ({
      ...rest,
      kinds: kinds ?? null,
      offer: offer ?? null,
      ...entryOf(staticFiles(manifest, module)),
      server: onServer !== undefined,
    })),
    policy: authored.policy,
    sitemap: authored.sitemap,
    robots: authored.robots,
    enhancements: authored.enhancements.map(({ id, module }) => ({
      id,
      ...entryOf(staticFiles(manifest, module)),
    })),
    frames,
    browser: {
      ...entryOf(staticFiles(manifest, authored.browser)),
      css: Object.keys(files).filter((file) => file.endsWith('.css')),
      messages: messageFiles(manifest),
      files,
    },
    server:
      server === null
        ? null
        : { entry: server, integrity: integrityOf(await readFile(join(draft, 'server', server))) },
  }
  return releaseSchema.parse(release)
}

/** By page; the list stands once, in the module that answers, so the build asks that module. */
async function documentFormats(entry: string): Promise<readonly (readonly DocumentFormat[])[]> {
  const module: { readonly documents: readonly (ServerDocuments | null)[] } = await import(
    pathToFileURL(entry).href
  )
  return module.documents.map((one) => one?.formats.map(({ suffix, type }) => ({ suffix, type })) ?? [])
}

function entryOf([entry = '', ...preload]: readonly string[]): { entry: string; preload: string[] } {
  return { entry, preload }
}

/** Those that are loaded by language, in the files where the contract has them. */
function messageFiles(manifest: Manifest): Release['browser']['messages'] {
  return Object.fromEntries(
    locale.options.flatMap((language) => {
      const chunk = manifest[`messages/${language}.ts`]
      return chunk ? [[language, chunk.file]] : []
    }),
  )
}

/** A module's file and all that it imports statically, itself first. */
function staticFiles(manifest: Manifest, source: string): string[] {
  const files = new Set<string>()
  const visit = (key: string): void => {
    const chunk = manifest[key]
    if (!chunk) throw new Error(`${source} is named in microfrontend.json but the build has no chunk ${key}`)
    if (files.has(chunk.file)) return
    files.add(chunk.file)
    chunk.imports?.forEach(visit)
  }
  visit(source)
  return [...files]
}

async function readOperations(folder: string, authored: Authored): Promise<string> {
  if (authored.operations === null) return '{}\n'
  const path = join(folder, authored.operations)
  const operations = parseJson(operationsSchema, await readFile(path, 'utf8'), path)
  for (const [id, text] of Object.entries(operations)) {
    const own = `sha256:${createHash('sha256').update(text).digest('hex')}`
    if (own !== id)
      throw new Error(`${path}: ${id} does not match its text; run node shell/vite/operations.ts`)
  }
  return `${JSON.stringify(operations, null, 2)}\n`
}

async function contentVersion(draft: string): Promise<string> {
  const hash = createHash('sha256')
  for (const file of await listFiles(draft))
    hash.update(`${file}\0`).update(await readFile(join(draft, file)))
  return hash.digest('hex').slice(0, 16)
}

async function forgetOldReleases(outDir: string, current: string): Promise<void> {
  const entries = await readdir(outDir, { withFileTypes: true })
  const releases = await Promise.all(
    entries
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== current)
      .map(async ({ name }) => ({ name, at: (await stat(join(outDir, name))).mtimeMs })),
  )
  releases.sort((a, b) => b.at - a.at)
  for (const { name } of releases.slice(KEPT_RELEASES - 1)) await rm(join(outDir, name), { recursive: true })
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
}

/** Readable in a network panel. */
function chunkName(id: string): string {
  return id.replaceAll('.', '-')
}
