/** Fills the slots of content that the server made. */
import type { SlotName, SlotPlace } from '@shuxiang/sdk/contract'
import type { Extend } from './extensions.ts'

/** Slots inside a microfrontend are its own affair. */
export function documentSlots(main: HTMLElement, extend: Extend): SlotPlace[] {
  return [...main.querySelectorAll<HTMLElement>('[data-portal-slot]')].flatMap((element) => {
    const name = element.dataset['portalSlot'] ?? ''
    if (element.closest('[data-mfe]') || !isSlot(name)) return []
    // Written by this server into this page.
    return [extend(element, name, JSON.parse(element.dataset['context'] ?? '{}'))]
  })
}

/** The server writes only slots that there are, and any other name would have nobody who adds to it: no list is loaded. */
function isSlot(name: string): name is SlotName {
  return name !== ''
}
