/** What is live: the shared set, the runtime, the theme and one release of every microfrontend, read from the build. */
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { compress, integrityOf } from '@shuxiang/vite'
import {
  builtFilesSchema,
  bundleSchema,
  currentSchema,
  operationsSchema,
  parseJson,
  releaseSchema,
  type Bundle,
  type Release,
} from '@shuxiang/vite/release'
import { LRUCache } from 'lru-cache'
import type { Place } from '@shuxiang/process/place'
import type { StyleSheet } from '@shuxiang/runtime/page-settings'
import { readAsset, type Asset } from '../assets/asset-store.ts'

export interface LiveRelease {
  readonly release: Release
  readonly folder: string
  /** Path under which its browser files are served, without a slash at the end. */
  readonly base: string
}

/** One consistent picture of what pages are made from. */
export interface Plan {
  readonly shared: Bundle
  readonly runtime: Bundle
  /** Style sheet of each theme by its name; the first is the portal's. */
  readonly themes: ReadonlyMap<string, StyleSheet>
  readonly releases: readonly LiveRelease[]
  /** Of which origin the pages are; absent where portal and console share one. */
  readonly place?: Place
  /** Trusted documents that the shell's own pages may name: id by operation name. */
  readonly operations: ReadonlyMap<string, string>
}

export interface LivePlan {
  /** The newest plan; read again when a pointer on disk changed. Keeps the last good one when the new does not fit. */
  plan(): Promise<Plan>
  /** The asset at a path below `/_assets/`, or null. Files of former releases are found too. */
  asset(path: string): Promise<Asset | null>
}

export interface LivePlanOptions {
  readonly buildDir: string
  readonly themeFiles: readonly { readonly name: string; readonly text: string }[]
  /** Milliseconds. */
  readonly now: () => number
  readonly onProblem: (sentence: string) => void
}

/** How old a look at the pointers may be. */
const LOOK_EVERY_MS = 1_000
/** Bounds what a scan over old addresses may keep in memory; the files of all live releases are a fraction of it. */
const MOST_KEPT_BYTES = 32 * 1024 * 1024

/** Open the plan of a build folder. The first `plan()` throws, naming the file, when the build is absent. */
export async function openLivePlan(options: LivePlanOptions): Promise<LivePlan> {
  const { buildDir, now } = options
  const sheets = options.themeFiles.map(themeSheet)
  const ofTheme = new Map(sheets.map(({ path, asset }) => [path, asset]))
  const assets = new LRUCache<string, Asset>({ maxSize: MOST_KEPT_BYTES, sizeCalculation: bytesOf })
  const themes = new Map(
    sheets.map(({ name, path, integrity }) => [name, { href: `/_assets/${path}`, integrity }]),
  )
  let plan: { readonly value: Plan; readonly mark: string } | null = null
  let lookedAt = -Infinity
  let looking: Promise<Plan> | null = null

  async function look(): Promise<Plan> {
    const mark = await pointerMark(buildDir)
    if (plan?.mark !== mark) {
      try {
        plan = { value: await readPlan(buildDir, themes), mark }
      } catch (error) {
        if (plan === null) throw error
        options.onProblem(
          `the former build stays live: ${error instanceof Error ? error.message : String(error)}`,
        )
        plan = { value: plan.value, mark }
      }
    }
    lookedAt = now()
    return plan.value
  }

  return {
    plan() {
      if (plan !== null && now() - lookedAt < LOOK_EVERY_MS) return Promise.resolve(plan.value)
      looking ??= look().finally(() => (looking = null))
      return looking
    },
    async asset(path) {
      const kept = (await ofTheme.get(path)?.()) ?? assets.get(path)
      if (kept) return kept
      const place = await placeOf(buildDir, path)
      if (place === null) return null
      const asset = await readAsset(place.folder, place.file).catch(() => null)
      if (asset === null) return null
      assets.set(path, asset)
      return asset
    },
  }
}

function bytesOf({ plain, br, gzip }: Asset): number {
  return Math.max(1, plain.length + (br?.length ?? 0) + (gzip?.length ?? 0))
}

/** Packed when somebody asks for it first: most of the themes are other libraries'. */
function themeSheet(file: { readonly name: string; readonly text: string }): {
  readonly name: string
  readonly path: string
  readonly integrity: string
  asset(): Promise<Asset>
} {
  const plain = Buffer.from(file.text)
  const integrity = integrityOf(plain)
  const hash = integrity.slice(7, 17).replaceAll('/', '_').replaceAll('+', '-')
  const name = file.name.replace(/\.css$/, '')
  let packed: Promise<Asset> | null = null
  const pack = async (): Promise<Asset> => {
    const { brotli, gzip } = await compress(plain)
    return { type: 'text/css; charset=utf-8', plain, br: brotli, gzip }
  }
  return { name, path: `theme/${name}.${hash}.css`, integrity, asset: () => (packed ??= pack()) }
}

/** Changes when any pointer changed. */
async function pointerMark(buildDir: string): Promise<string> {
  const pointers = [
    'shared',
    'runtime',
    'releases/shell',
    ...(await releaseNames(buildDir)).map((name) => `releases/${name}`),
  ]
  const marks = pointers.map(async (pointer) => {
    const found = await stat(join(buildDir, pointer, 'current.json')).catch(() => null)
    return `${pointer} ${found?.mtimeMs ?? 0} ${found?.ino ?? 0}`
  })
  return (await Promise.all(marks)).join('\n')
}

async function releaseNames(buildDir: string): Promise<string[]> {
  const entries = await readdir(join(buildDir, 'releases'), { withFileTypes: true }).catch(() => [])
  // `shell` holds only the operations of this server.
  return entries
    .filter((entry) => entry.isDirectory() && entry.name !== 'shell')
    .map((entry) => entry.name)
    .sort()
}

async function readPlan(buildDir: string, themes: Plan['themes']): Promise<Plan> {
  const read = async (path: string): Promise<string> => {
    try {
      return await readFile(path, 'utf8')
    } catch {
      throw new Error(`${path} is missing: run npm run build`)
    }
  }
  const bundle = async (name: string): Promise<Bundle> => {
    const path = join(buildDir, name, 'current.json')
    return parseJson(bundleSchema, await read(path), path)
  }
  const releases = (await releaseNames(buildDir)).map(async (name): Promise<LiveRelease> => {
    const pointer = join(buildDir, 'releases', name, 'current.json')
    const { version } = parseJson(currentSchema, await read(pointer), pointer)
    const folder = join(buildDir, 'releases', name, version)
    const path = join(folder, 'release.json')
    const release = parseJson(releaseSchema, await read(path), path)
    return { release, folder, base: `/_assets/releases/${name}/${version}` }
  })
  return {
    shared: await bundle('shared'),
    runtime: await bundle('runtime'),
    themes,
    releases: await Promise.all(releases),
    operations: await ownOperations(buildDir, read),
  }
}

async function ownOperations(
  buildDir: string,
  read: (path: string) => Promise<string>,
): Promise<ReadonlyMap<string, string>> {
  const pointer = join(buildDir, 'releases/shell/current.json')
  const { version } = parseJson(currentSchema, await read(pointer), pointer)
  const path = join(buildDir, 'releases/shell', version, 'operations.json')
  const operations = Object.entries(parseJson(operationsSchema, await read(path), path))
  return new Map(operations.map(([id, text]) => [/^query (\w+)/.exec(text)?.[1] ?? id, id]))
}

const SAFE_FILE = /^(?!.*\.\.)[\w-][\w.-]*(\/[\w-][\w.-]*)*$/

/** Where an address lies on disk; only names that a build makes get as far as the file system. */
async function placeOf(buildDir: string, path: string): Promise<{ folder: string; file: string } | null> {
  if (!SAFE_FILE.test(path) || path.length > 300) return null
  const [kind, ...rest] = path.split('/')
  if (
    (kind === 'shared' || kind === 'shared-development' || kind === 'runtime') &&
    rest.length === 1 &&
    /\.\w[\w-]+\.(js|css)$/.test(path)
  ) {
    return { folder: join(buildDir, kind), file: String(rest[0]) }
  }
  if (kind !== 'releases' || rest.length < 3) return null
  const [name = '', version = '', ...file] = rest
  const folder = join(buildDir, 'releases', name, version)
  const text = await readFile(join(folder, 'release.json'), 'utf8').catch(() => null)
  if (text === null) return null
  // Open tabs may ask for files of a release whose other facts were written differently.
  const { browser } = parseJson(builtFilesSchema, text, 'release.json')
  const wanted = file.join('/')
  return Object.hasOwn(browser.files, wanted) ? { folder: join(folder, 'browser'), file: wanted } : null
}
