/** A slot where it stands on a page: as the server's render left it, and as it lives in the browser. */
import type { SlotContexts, SlotName } from './slots.ts'

/** A slot of a page as the server's render of the page left it. */
export interface PlacedSlot {
  readonly name: SlotName
  readonly context: SlotContexts[SlotName]
}

/** A slot of a page in the browser. */
export interface SlotPlace {
  update(context: SlotContexts[SlotName]): void
  leave(): void
}
