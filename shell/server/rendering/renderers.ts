/** One renderer for each live release; a new release gets a new thread and the old one ends. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { integrityOf } from '@shuxiang/vite'
import type { LiveRelease } from '../releases/live-plan.ts'
import { microfrontendRenderer, type Ask, type MicrofrontendRenderer, type TaskRenderer } from './renderer.ts'

/** Renderers as pages need them: of the portal, or of one branch site. */
export interface PageRenderers {
  /** The renderer of a release, or null for one that only browsers render or whose bytes are not those released. */
  of(live: LiveRelease): Promise<TaskRenderer | null>
}

export interface Renderers extends PageRenderers {
  /** The same threads for the branch site of a library. */
  forTenant(tenant: string): PageRenderers
  /** Start the renderers of a plan before readers come; settles when they can render, at most after `patienceMs`. */
  warm(releases: readonly LiveRelease[], patienceMs: number): Promise<void>
  close(): Promise<void>
}

export interface RenderersOptions {
  readonly ask: Ask
  readonly now: () => number
  readonly onProblem: (microfrontend: string, reason: string) => void
}

const WARM_REQUEST = {
  locale: 'zh-CN',
  mode: 'light',
  script: 'source',
  origin: 'http://localhost',
  requestId: 'warm-up',
} as const

/** Renderers made when first needed. */
export function createRenderers(options: RenderersOptions): Renderers {
  const running = new Map<
    string,
    { readonly version: string; readonly renderer: Promise<MicrofrontendRenderer | null> }
  >()

  async function start({ release, folder }: LiveRelease): Promise<MicrofrontendRenderer | null> {
    if (release.server === null) return null
    const path = join(folder, 'server', release.server.entry)
    const problem = (reason: string): void => options.onProblem(release.name, reason)
    const bytes = await readFile(path).catch(() => null)
    if (bytes === null || integrityOf(bytes) !== release.server.integrity) {
      problem(`${path} is missing or was changed after its release; build it again`)
      return null
    }
    return microfrontendRenderer({
      entry: pathToFileURL(path).href,
      ask: options.ask,
      now: options.now,
      onProblem: problem,
    })
  }

  function of(live: LiveRelease): Promise<MicrofrontendRenderer | null> {
    const { name, version } = live.release
    const former = running.get(name)
    if (former?.version === version) return former.renderer
    void former?.renderer.then((renderer) => renderer?.close())
    const renderer = start(live)
    running.set(name, { version, renderer })
    return renderer
  }

  return {
    of,
    forTenant: (tenant) => ({ of: async (live) => (await of(live))?.forTenant(tenant) ?? null }),
    async warm(releases, patienceMs) {
      const ready = Promise.all(
        releases.map(async (live) => {
          const renderer = await of(live)
          await renderer?.ready
          // The first render of a thread compiles its code; better now than under a reader's deadline.
          const page = live.release.pages.find(({ path }) => !path.includes(':'))
          if (page) await renderer?.renderPage({ ...WARM_REQUEST, url: page.path }, patienceMs)
        }),
      )
      // Threads do not keep the process alive; this timer does until they are ready.
      const late = new AbortController()
      await Promise.race([ready, setTimeout(patienceMs, undefined, { signal: late.signal }).catch(() => {})])
      late.abort()
    },
    async close() {
      await Promise.all([...running.values()].map(async ({ renderer }) => (await renderer)?.close()))
    },
  }
}
