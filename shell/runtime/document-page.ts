/** Pages whose content the server makes: fetched as a fragment, kept for going back. */
import type { GuardedLifecycles } from './guard.ts'
import { faultBox } from './fault-box.ts'
import type { PageFragment, PageSettings } from './page-settings.ts'

export interface DocumentPageOptions {
  readonly document: Document
  readonly settings: PageSettings
  /** Present address with its query. */
  readonly address: () => string
  /** True when the loaded page already holds the content of the present address. */
  readonly served: boolean
  readonly parse: (html: string) => DocumentFragment
  readonly fetch: typeof fetch
  /** The content stands; widgets in it can be brought to life. */
  readonly onContent: () => void
  readonly settle: () => void
  readonly onHead: (title: string, description: string | null) => void
}

const FETCH_WITHIN_MS = 8_000
const MOST_KEPT = 5

/** What stood on the page when the reader left it. */
interface Kept {
  readonly nodes: readonly ChildNode[]
  readonly title: string
}

/** Lifecycles that never wait: content arrives when it does, or a box says that it did not. */
export function documentPage(options: DocumentPageOptions): GuardedLifecycles {
  const { document, settings } = options
  const kept = new Map<string, Kept>()
  let leave = new AbortController()
  let shown: string | null = null
  let { served } = options

  function main(): HTMLElement {
    const main = document.getElementById('main')
    if (!main) throw new Error('the page has no element #main')
    return main
  }

  async function fetchFragment(address: string, signal: AbortSignal): Promise<PageFragment | 'gone'> {
    const late = new AbortController()
    const stop = (): void => late.abort()
    const timer = setTimeout(stop, FETCH_WITHIN_MS)
    signal.addEventListener('abort', stop, { once: true })
    try {
      const answer = await options.fetch(`/_fragment?path=${encodeURIComponent(address)}`, {
        signal: late.signal,
      })
      if (answer.status === 404) return 'gone'
      if (!answer.ok) throw new Error(`status ${answer.status}`)
      return await answer.json()
    } finally {
      clearTimeout(timer)
    }
  }

  async function bring(address: string, signal: AbortSignal): Promise<void> {
    try {
      const fragment = await fetchFragment(address, signal)
      if (signal.aborted) return
      // Nobody knows this path any more: the server's own page says what is there.
      if (fragment === 'gone') return document.location.reload()
      main().replaceChildren(options.parse(fragment.html))
      shown = address
      options.onHead(fragment.title, fragment.description)
      options.onContent()
    } catch {
      if (signal.aborted) return
      const retry = (): void => void bring(address, signal)
      main().replaceChildren(faultBox(document, settings.portalName, settings.words.retry, retry))
    }
    options.settle()
  }

  return {
    async bootstrap() {},
    async mount() {
      leave = new AbortController()
      const address = options.address()
      const former = kept.get(address)
      if (served || former) {
        shown = address
        if (former) {
          main().replaceChildren(...former.nodes)
          options.onHead(former.title, null)
        }
        served = false
        options.onContent()
        options.settle()
        return
      }
      const waiting = document.getElementById('waiting')
      main().replaceChildren(
        ...(waiting instanceof HTMLTemplateElement ? [waiting.content.cloneNode(true)] : []),
      )
      void bring(address, leave.signal)
    },
    async unmount() {
      leave.abort()
      if (shown !== null) {
        kept.delete(shown)
        kept.set(shown, { nodes: [...main().childNodes], title: document.title })
        const oldest = kept.keys().next()
        if (kept.size > MOST_KEPT && !oldest.done) kept.delete(oldest.value)
      }
      shown = null
      main().replaceChildren()
    },
  }
}
