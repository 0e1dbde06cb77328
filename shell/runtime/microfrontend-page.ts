/** Brings a microfrontend's page onto the screen behind the guard. */
import type { BrowserMicrofrontend, Portal } from '@shuxiang/sdk/contract'
import { exported } from './exported.ts'
import type { Guarded, Visit } from './guard.ts'
import { faultBox } from './fault-box.ts'
import { loadModule } from './load-module.ts'
import type { MicrofrontendSettings, PageSettings } from './page-settings.ts'
import { isReachable, whenReachable } from './reachable.ts'
import { linkStyleSheets } from './style-sheets.ts'

export interface MicrofrontendPageOptions {
  readonly document: Document
  readonly settings: PageSettings
  readonly microfrontend: MicrofrontendSettings
  readonly createPortal: (signal: AbortSignal) => Portal
  /** Dynamic import; another one in tests. */
  readonly load: (address: string) => Promise<unknown>
  readonly settle: () => void
  readonly log: Portal['log']
}

/** What the guard needs for one microfrontend. The server's HTML is taken over by the first visit only. */
export function microfrontendPage(options: MicrofrontendPageOptions): Guarded {
  const { document, microfrontend } = options
  const { name } = microfrontend
  let carried = options.settings.rendered?.name === name ? { state: options.settings.rendered.state } : null
  let failedLoads = 0

  function main(): HTMLElement {
    const main = document.getElementById('main')
    if (!main) throw new Error('the page has no element #main')
    return main
  }

  return {
    async load() {
      const [module] = await Promise.all([
        loadModule(options.load, microfrontend.entry, microfrontend).catch((error: unknown) => {
          failedLoads += 1
          throw error
        }),
        linkStyleSheets(document, microfrontend.css),
      ])
      const lifecycles = exported<BrowserMicrofrontend>(
        module,
        microfrontend.entry,
        'bootstrap',
        'mount',
        'unmount',
      )
      return {
        async mount({ element, signal }) {
          const state = carried?.state ?? null
          carried = null
          // Skeleton or server HTML: what cannot be hydrated is replaced by the microfrontend itself.
          await lifecycles.bootstrap()
          await lifecycles.mount({ portal: options.createPortal(signal), element, state })
        },
        unmount: () => lifecycles.unmount(),
      }
    },
    open() {
      const overlay = document.getElementById('overlay')
      if (overlay) overlay.dataset['mfe'] = name
      const served = main().querySelector<HTMLElement>(`:scope > [data-mfe="${name}"]`)
      if (served) return served
      const element = document.createElement('div')
      element.dataset['mfe'] = name
      const waiting = document.getElementById('waiting')
      if (waiting instanceof HTMLTemplateElement) element.append(waiting.content.cloneNode(true))
      main().replaceChildren(element)
      return element
    },
    close(element) {
      element.remove()
      document.getElementById('overlay')?.replaceChildren()
    },
    onMounted: () => options.settle(),
    onFault(visit: Visit, phase, error, retry) {
      options.log('error', `${name} failed in ${phase}`, {
        reason: error instanceof Error ? error.message : String(error),
      })
      const again = (): void => {
        // Some browsers remember a failed import as long as the page lives.
        if (phase === 'load' && failedLoads > 1) document.location.reload()
        else retry()
      }
      const box = faultBox(document, microfrontend.label, options.settings.words.retry, again)
      // The server's HTML still works as plain links and forms while its code did not arrive.
      if (phase === 'load' && carried !== null) visit.element.prepend(box)
      else visit.element.replaceChildren(box)
      options.settle()
      if (phase === 'load') void againWhenBack(visit.signal, again)
    },
  }

  /** Code that did not come for want of a network is loaded when there is one; code that came and is broken is not. */
  async function againWhenBack(signal: AbortSignal, again: () => void): Promise<void> {
    if (!(await isReachable(microfrontend.entry))) whenReachable(microfrontend.entry, again, signal)
  }
}
