/** What is being dragged; what can be done by dragging can be done by buttons. */
import { ref, shallowRef } from 'vue'
import type { Dragged } from '../draft/wishes.ts'

/** A block in the outline. */
export const dragged = ref<string | null>(null)
/** Something of the palette. */
export const brought = shallowRef<Exclude<Dragged, { readonly id: string }> | null>(null)

/** It is dragged from the palette. Some browsers drag nothing that carries nothing; what it carries is read by nobody. */
export function lift(event: DragEvent, what: Exclude<Dragged, { readonly id: string }>, name: string): void {
  event.dataTransfer?.setData('text/plain', name)
  brought.value = what
}
