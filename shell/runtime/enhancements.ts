/** Brings elements that work without it to life, by the microfrontend that offers it. */
import type { Portal, Enhancement } from '@shuxiang/sdk/contract'
import { exported } from './exported.ts'
import { loadModule } from './load-module.ts'
import type { MicrofrontendSettings, PageSettings } from './page-settings.ts'
import { linkStyleSheets } from './style-sheets.ts'

export interface EnhancementOptions {
  readonly document: Document
  readonly settings: PageSettings
  readonly load: (address: string) => Promise<unknown>
  readonly createPortal: (owner: MicrofrontendSettings) => Portal
  /** Run when there is nothing better to do; never, for readers who save data. */
  readonly whenIdle: (run: () => void) => void
  readonly log: Portal['log']
}

/**
 * Returns the way to look for elements again after content changed. Elements inside a microfrontend are its own; those of
 * the frame, which stand on every page, wait for the focus.
 */
export function followEnhancements(options: EnhancementOptions): () => void {
  const { document, settings, log } = options
  const seen = new WeakSet<HTMLElement>()

  async function enhance(element: HTMLElement, id: string): Promise<void> {
    const owner = settings.microfrontends.find(({ enhancements }) =>
      enhancements.some((one) => one.id === id),
    )
    const entry = owner?.enhancements.find((one) => one.id === id)?.entry
    if (!owner || entry === undefined || seen.has(element)) return
    seen.add(element)
    try {
      const [module] = await Promise.all([
        loadModule(options.load, entry, owner),
        linkStyleSheets(document, owner.css),
      ])
      // Its style sheet is prefixed with its owner's name.
      element.dataset['mfe'] = owner.name
      await exported<Enhancement>(module, entry, 'enhance').enhance(element, options.createPortal(owner))
    } catch (error) {
      // The element goes on working as it came; a later look may try again.
      seen.delete(element)
      log('warn', `enhancement ${id} failed`, {
        reason: error instanceof Error ? error.message : String(error),
      })
    }
  }

  function elements(): HTMLElement[] {
    return [...document.querySelectorAll<HTMLElement>('main [data-enhance]')].filter(
      (element) => !element.closest('[data-mfe]'),
    )
  }

  document.addEventListener('focusin', (event) => {
    if (!(event.target instanceof Element) || event.target.closest('[data-mfe]')) return
    const element = event.target.closest<HTMLElement>('[data-enhance]')
    if (element?.dataset['enhance']) void enhance(element, element.dataset['enhance'])
  })
  return () =>
    options.whenIdle(() => {
      for (const element of elements()) void enhance(element, element.dataset['enhance'] ?? '')
    })
}
