/** Keys of the desk, wherever the focus is, while no dialog is open. */
import { onBeforeUnmount, onMounted, type Ref } from 'vue'
import { usePortal } from '@shuxiang/sdk'
import { useDesk } from './desk-store.ts'
import { useDraft } from './draft-store.ts'
import { shortcutOf } from './shortcuts.ts'

/** Regions that F6 goes through, in order. */
const regions = ['.bar', '.left', '.canvas-pane', '.right']
/** What takes letters. */
const fields = 'input, textarea, select, [contenteditable]'

export function useDeskKeys(
  root: Readonly<Ref<HTMLElement | null>>,
  turn: (way: 'undo' | 'redo') => void,
): void {
  const portal = usePortal()
  const store = useDraft()
  const desk = useDesk()

  function key(event: KeyboardEvent): void {
    if (event.defaultPrevented || document.querySelector('dialog[open]')) return
    const pressed = shortcutOf(event, 'desk')
    if (pressed === null) return
    const field = event.target instanceof Element ? event.target.closest(fields) : null
    // Where something is written a question mark is written, and fields that are none of the page take their own words back.
    if (
      field &&
      (pressed === 'help' ||
        (field.matches('input, textarea') && (!field.closest('.right') || field.closest('.own-words'))))
    )
      return
    event.preventDefault()
    if (pressed === 'undo' || pressed === 'redo') {
      event.stopPropagation()
      turn(pressed)
    } else if (pressed === 'save') void store.flush()
    else if (pressed === 'help') desk.help = 'list'
    else toRegion(pressed === 'next-region' ? 1 : -1)
  }
  function toRegion(by: 1 | -1): void {
    const shown = regions
      .map((region) => root.value?.querySelector<HTMLElement>(region))
      .filter(
        (region): region is HTMLElement =>
          region !== null && region !== undefined && region.offsetParent !== null,
      )
    const at = shown.findIndex((region) => region.contains(document.activeElement))
    shown[(at + (by === 1 ? 1 : shown.length - 1)) % shown.length]?.focus()
  }
  onMounted(() => window.addEventListener('keydown', key, { signal: portal.signal, capture: true }))
  onBeforeUnmount(() => window.removeEventListener('keydown', key, { capture: true }))
}
