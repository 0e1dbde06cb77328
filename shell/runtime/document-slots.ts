/** Fills the slots of content that the server made. */
import { SLOTS, type SlotName } from '@shuxiang/sdk/slots'
import type { SlotPlace } from '@shuxiang/sdk/contract'
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

function isSlot(name: string): name is SlotName {
  return Object.hasOwn(SLOTS, name)
}
