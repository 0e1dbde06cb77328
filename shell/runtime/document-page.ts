/** Pages whose content the server makes: fetched as a fragment, kept for going back. */
import { inLanguage } from '@shuxiang/sdk/language'
import { createRecovery } from '@shuxiang/sdk/recovery'
import type { SlotPlace } from '@shuxiang/sdk/contract'
import { documentSlots } from './document-slots.ts'
import type { Extend } from './extensions.ts'
import type { GuardedLifecycles } from './guard.ts'
import { faultBox } from './fault-box.ts'
import type { PageFragment, PageSettings } from './page-settings.ts'

type FragmentHead = Pick<PageFragment, 'title' | 'description' | 'canonical'>

export interface DocumentPageOptions {
  readonly document: Document
  readonly settings: PageSettings
  /** Present address with its query. */
  readonly address: () => string
  /** True when the loaded page already holds the content of the present address. */
  readonly served: boolean
  readonly parse: (html: string) => DocumentFragment
  readonly extend: Extend
  readonly fetch: typeof fetch
  /** The content stands; widgets in it can be brought to life. */
  readonly onContent: () => void
  readonly settle: () => void
  readonly onHead: (head: FragmentHead) => void
  /** The content could not be had: what the head says of the page that was left does not fit any more. */
  readonly onAway: () => void
}

const FETCH_WITHIN_MS = 8_000
const MOST_KEPT = 5
/** What a reader types or presses; a heading that was given the focus is not. */
const TOUCHED = ':focus:not([tabindex="-1"])'

/** What stood on the page when the reader left it. */
interface Kept {
  readonly nodes: readonly ChildNode[]
  readonly head: FragmentHead
}

export interface DocumentPage extends GuardedLifecycles {
  /** The address is another one of these pages: single-spa sees no change of application and calls nobody. */
  turn(): Promise<void>
}

/** Lifecycles that never wait: content arrives when it does, or a box says that it did not. */
export function documentPage(options: DocumentPageOptions): DocumentPage {
  const { document, settings } = options
  const kept = new Map<string, Kept>()
  let leave = new AbortController()
  let shown: (FragmentHead & { readonly address: string; readonly complete: boolean }) | null = null
  let { served } = options
  let places: readonly SlotPlace[] = []
  /** Asks for what is missing; set while something is. */
  let missing: { readonly address: string; readonly signal: AbortSignal } | null = null
  const recovery = createRecovery(() => void (missing && bring(missing.address, missing.signal)))

  function main(): HTMLElement {
    const main = document.getElementById('main')
    if (!main) throw new Error('the page has no element #main')
    return main
  }

  function leaveSlots(): void {
    for (const place of places) place.leave()
    places = []
  }

  /** New content stands in `main`. */
  function arrived(): void {
    leaveSlots()
    places = documentSlots(main(), options.extend)
    options.onContent()
  }

  async function fetchFragment(address: string, signal: AbortSignal): Promise<PageFragment | 'gone'> {
    const late = new AbortController()
    const stop = (): void => late.abort()
    const timer = setTimeout(stop, FETCH_WITHIN_MS)
    signal.addEventListener('abort', stop, { once: true })
    try {
      const wanted = inLanguage(`/_fragment?path=${encodeURIComponent(address)}`, settings.locale)
      const answer = await options.fetch(wanted, { signal: late.signal })
      if (answer.status === 404) return 'gone'
      if (!answer.ok) throw new Error(`status ${answer.status}`)
      return await answer.json()
    } finally {
      clearTimeout(timer)
    }
  }

  async function bring(address: string, signal: AbortSignal): Promise<void> {
    missing = { address, signal }
    try {
      const fragment = await fetchFragment(address, signal)
      if (signal.aborted) return
      // Nobody knows this path any more: the server's own page says what is there.
      if (fragment === 'gone') return document.location.reload()
      // The part that is there stays until all is, and while a reader has a hand in it.
      if (shown?.address === address && (!fragment.complete || main().querySelector(TOUCHED)))
        return recovery.failed()
      main().replaceChildren(options.parse(fragment.html))
      shown = { ...fragment, address }
      options.onHead(fragment)
      arrived()
      if (fragment.complete) recovery.rest()
      else recovery.failed()
    } catch {
      if (signal.aborted) return
      if (shown?.address === address) return recovery.failed()
      const retry = (): void => void bring(address, signal)
      // The box that says so stays as it is while it is tried again: it is an alert, and would be said each time.
      if (main().querySelector('[data-testid=unavailable]') === null)
        main().replaceChildren(faultBox(document, settings.portalName, settings.words.retry, retry))
      options.onAway()
      recovery.failed()
    }
    options.settle()
  }

  const page: DocumentPage = {
    async bootstrap() {},
    async turn() {
      await page.unmount()
      await page.mount()
    },
    async mount() {
      leave = new AbortController()
      const address = options.address()
      const former = kept.get(address)
      if (served || former) {
        shown = {
          ...(former?.head ?? servedHead(document)),
          address,
          complete: former !== undefined || settings.complete,
        }
        if (former) {
          main().replaceChildren(...former.nodes)
          options.onHead(former.head)
        }
        missing = { address, signal: leave.signal }
        if (!shown.complete) recovery.failed()
        served = false
        arrived()
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
      recovery.rest()
      missing = null
      leaveSlots()
      // What misses a part is fetched again when the reader comes back.
      if (shown?.complete) {
        kept.delete(shown.address)
        kept.set(shown.address, { nodes: [...main().childNodes], head: shown })
        const oldest = kept.keys().next()
        if (kept.size > MOST_KEPT && !oldest.done) kept.delete(oldest.value)
      }
      shown = null
      main().replaceChildren()
    },
  }
  return page
}

/** What the server wrote into the head of the page that is loaded. */
function servedHead({ title, head }: Document): FragmentHead {
  const canonical = head.querySelector<HTMLLinkElement>('link[rel="canonical"]')
  const description = head.querySelector<HTMLMetaElement>('meta[name="description"]')
  return {
    title,
    description: description?.content ?? null,
    canonical: canonical === null ? null : inLanguage(pathOf(canonical.href), null),
  }
}

const pathOf = (address: string): string => {
  const { origin, href } = new URL(address)
  return href.slice(origin.length)
}
