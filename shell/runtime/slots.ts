/** Brings widgets of microfrontends to life on elements that work without them. */
import type { Portal, SlotModule } from '@shuxiang/sdk/contract'
import type { MicrofrontendSettings, PageSettings } from './page-settings.ts'
import { linkStyleSheets } from './style-sheets.ts'

export interface SlotOptions {
  readonly document: Document
  readonly settings: PageSettings
  readonly load: (address: string) => Promise<unknown>
  readonly createPortal: (owner: MicrofrontendSettings) => Portal
  /** Run when there is nothing better to do; never, for readers who save data. */
  readonly whenIdle: (run: () => void) => void
  readonly log: Portal['log']
}

/** Returns the way to look for elements again after content changed. Elements inside a microfrontend are its own. */
export function followSlots(options: SlotOptions): () => void {
  const { document, settings, log } = options
  const seen = new WeakSet<HTMLElement>()

  async function enhance(element: HTMLElement, id: string): Promise<void> {
    const owner = settings.microfrontends.find(({ slots }) => slots.some((slot) => slot.id === id))
    const entry = owner?.slots.find((slot) => slot.id === id)?.entry
    if (!owner || entry === undefined || seen.has(element)) return
    seen.add(element)
    try {
      const [module] = await Promise.all([options.load(entry), linkStyleSheets(document, owner.css)])
      // Its style sheet is prefixed with its owner's name.
      element.dataset['mfe'] = owner.name
      readSlot(module, entry).enhance(element, options.createPortal(owner))
    } catch (error) {
      // The element goes on working as it came; a later look may try again.
      seen.delete(element)
      log('warn', `slot ${id} failed`, { reason: error instanceof Error ? error.message : String(error) })
    }
  }

  function elements(): HTMLElement[] {
    return [...document.querySelectorAll<HTMLElement>('[data-slot]')].filter(
      (element) => !element.closest('[data-mfe]'),
    )
  }

  document.addEventListener('focusin', (event) => {
    if (!(event.target instanceof Element) || event.target.closest('[data-mfe]')) return
    const element = event.target.closest<HTMLElement>('[data-slot]')
    if (element?.dataset['slot']) void enhance(element, element.dataset['slot'])
  })
  return () =>
    options.whenIdle(() => {
      for (const element of elements()) void enhance(element, element.dataset['slot'] ?? '')
    })
}

function readSlot(module: unknown, address: string): SlotModule {
  const slot = typeof module === 'object' && module !== null && 'default' in module ? module.default : null
  if (typeof slot === 'object' && slot !== null && 'enhance' in slot && typeof slot.enhance === 'function') {
    // The shape that contract number 1 gives a slot module.
    return slot as SlotModule
  }
  throw new Error(`${address} has no default export with enhance()`)
}
