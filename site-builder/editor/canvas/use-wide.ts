/// <reference lib="dom" />
/** Whether there is room to drag on the page, and nobody has asked for less. */
import { onScopeDispose, ref, type Ref } from 'vue'

const room = '(min-width: 72rem) and (prefers-reduced-motion: no-preference)'
/** Not known everywhere; where it is not, nobody can have asked for it. */
const sparing = '(prefers-reduced-data: reduce)'

export function useWide(): Readonly<Ref<boolean>> {
  const lists = [room, sparing].map((query) => matchMedia(query))
  const now = (): boolean => lists[0]?.matches === true && lists[1]?.matches !== true
  const wide = ref(now())
  const look = (): void => {
    wide.value = now()
  }
  for (const list of lists) list.addEventListener('change', look)
  onScopeDispose(() => {
    for (const list of lists) list.removeEventListener('change', look)
  })
  return wide
}
