/// <reference lib="dom" />
/**
 * A press that may want a fresh one-time code: the page is left for it and comes back, and what was pressed is done once by
 * itself. Kept in the tab, for the person who pressed, and not for long.
 */
import { onMounted } from 'vue'
import { useStart } from './start-context.ts'

/** @param press the same once more must change nothing; its promise never ends when the page is left. */
export function usePress(press: () => Promise<void>): () => Promise<void> {
  const { step, kept } = useStart()
  const own = step.value
  onMounted(() => {
    // Asked for a code a second time, it waits to be pressed: else a clock that is off would lead in circles.
    if (kept.takePress(own) && cameByItself(performance)) void press()
  })
  return async () => {
    kept.press(own)
    try {
      await press()
    } finally {
      kept.takePress(own)
    }
  }
}

/** Neither gone back to nor loaded again: those who went back have changed their mind. */
function cameByItself(of: Pick<Performance, 'getEntriesByType'>): boolean {
  const [entry] = of.getEntriesByType('navigation')
  return !entry || !('type' in entry) || entry.type === 'navigate'
}
