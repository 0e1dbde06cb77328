/** Brings what microfrontends add at the slots of a page to life, each behind a guard of its own. */
import type {
  BrowserExtension,
  ExtensionVisit,
  Portal,
  SlotContexts,
  SlotName,
  SlotPlace,
} from '@shuxiang/sdk/contract'
import { belongs } from '@shuxiang/sdk/slots'
import { exported } from './exported.ts'
import { faultBox } from './fault-box.ts'
import { DEADLINES, guard, type After, type Guarded, type GuardedLifecycles } from './guard.ts'
import { loadModule } from './load-module.ts'
import type { ExtensionSettings, MicrofrontendSettings, PageSettings } from './page-settings.ts'
import { linkStyleSheets } from './style-sheets.ts'

export interface ExtensionOptions {
  readonly document: Document
  readonly settings: PageSettings
  readonly load: (address: string) => Promise<unknown>
  /** A portal for one visit of an extension; its overlay is the element given. */
  readonly createPortal: (owner: MicrofrontendSettings, signal: AbortSignal, overlay: HTMLElement) => Portal
  readonly after: After
  readonly log: Portal['log']
}

export type Extend = (element: HTMLElement, slot: SlotName, context: SlotContexts[SlotName]) => SlotPlace

/** One extension at one place. */
interface Stay extends GuardedLifecycles {
  update(context: SlotContexts[SlotName]): void
}

/** The way to fill a slot. Nothing of it throws or waits: a page is never worse for what was added to it. */
export function createExtend(options: ExtensionOptions): Extend {
  const { settings } = options
  const taken = new WeakSet<Element>()
  return (slot, name, first) => {
    const stays = new Map<ExtensionSettings, Stay>()

    function bring(context: SlotContexts[SlotName]): void {
      for (const extension of settings.extensions) {
        const stay = stays.get(extension)
        if (extension.slot !== name || !belongs(extension, context)) {
          void stay?.unmount()
          stays.delete(extension)
        } else if (stay) stay.update(context)
        else {
          const owner = settings.microfrontends.find((one) => one.name === extension.owner)
          if (!owner) continue
          const arriving = extensionAt(options, { slot, extension, owner, context, taken })
          stays.set(extension, arriving)
          void arriving.mount()
        }
      }
    }

    bring(first)
    return {
      update: bring,
      leave() {
        for (const stay of stays.values()) void stay.unmount()
        stays.clear()
      },
    }
  }
}

function extensionAt(
  options: ExtensionOptions,
  place: {
    readonly slot: HTMLElement
    readonly extension: ExtensionSettings
    readonly owner: MicrofrontendSettings
    readonly context: SlotContexts[SlotName]
    /** Elements that have been an extension's already: one that is still leaving is not the server's. */
    readonly taken: WeakSet<Element>
  },
): Stay {
  const { document, settings, log } = options
  const { slot, extension, owner, taken } = place
  let { context } = place
  let visit: ExtensionVisit | null = null
  let overlay: HTMLElement | null = null
  const carried = (element: HTMLElement): unknown => {
    const number = element.dataset['state']
    // Once: what is mounted later begins from what it finds then.
    delete element.dataset['state']
    return number === undefined ? null : (settings.extended[Number(number)] ?? null)
  }

  const guarded: Guarded = {
    async load() {
      const [module] = await Promise.all([
        loadModule(options.load, extension.entry, owner),
        linkStyleSheets(document, owner.css),
      ])
      const extensionModule = exported<BrowserExtension>(module, extension.entry, 'mount')
      return {
        async mount({ element, signal }) {
          overlay = document.createElement('div')
          overlay.dataset['mfe'] = owner.name
          document.body.append(overlay)
          const portal = options.createPortal(owner, signal, overlay)
          const begun = context
          const arrived = await extensionModule.mount({ portal, element, context, state: carried(element) })
          // Too late: who waited for it has left or has been told.
          if (signal.aborted) return arrived.unmount()
          visit = arrived
          if (context !== begun) visit.update(context)
        },
        async unmount() {
          const leaving = visit
          visit = null
          await leaving?.unmount()
        },
      }
    },
    open() {
      const served = [...slot.children].find((child) => keyOf(child) === extension.key && !taken.has(child))
      const element = served instanceof HTMLElement ? served : document.createElement('div')
      taken.add(element)
      if (element === served) return element
      element.dataset['mfe'] = owner.name
      element.dataset['extension'] = extension.key
      slot.insertBefore(element, nextOf(slot, settings.extensions, extension))
      return element
    },
    close(element) {
      element.remove()
      overlay?.remove()
      overlay = null
    },
    onMounted() {},
    onFault({ element }, phase, error, retry) {
      log('error', `extension ${extension.key} failed in ${phase}`, {
        reason: error instanceof Error ? error.message : String(error),
      })
      // What the server rendered still works as plain links and forms while its code did not arrive.
      if (phase === 'load' && element.dataset['state'] !== undefined) return
      if (extension.told)
        element.replaceChildren(faultBox(document, owner.label, settings.words.retry, retry))
      else element.replaceChildren()
    },
  }
  return {
    ...guard(guarded, DEADLINES, options.after),
    update(next) {
      context = next
      visit?.update(next)
    },
  }
}

/** The element before which an extension stands, so that the order is the server's whoever comes first. */
function nextOf(
  slot: HTMLElement,
  order: readonly ExtensionSettings[],
  extension: ExtensionSettings,
): Element | null {
  const later = new Set(order.slice(order.indexOf(extension) + 1).map(({ key }) => key))
  return [...slot.children].find((child) => later.has(keyOf(child))) ?? null
}

function keyOf(element: Element): string {
  return element.getAttribute('data-extension') ?? ''
}
