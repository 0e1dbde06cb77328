/** A part of the editor that is loaded when it is wanted, with its words; without a network it says so and is asked for again. */
import { defineAsyncComponent, h, ref, type Component } from 'vue'
import { usePortal } from '@shuxiang/sdk'
import LaterTrouble from './LaterTrouble.vue'
import type { LaterWords } from './later-words.ts'

/** Whether the product can be reached. */
async function answers(): Promise<boolean> {
  try {
    return (await fetch(location.href, { method: 'HEAD', cache: 'no-store' })).ok
  } catch {
    return false
  }
}

/**
 * @param part the component, such as `() => import('./history/HistoryDialog.vue')`.
 * @param words the module of its words, which exports them as `words`.
 */
export function laterPart<T extends Component>(
  part: () => Promise<{ readonly default: T }>,
  words: () => Promise<{ readonly words: LaterWords }>,
): T {
  const failed = ref(false)
  let again: () => void = () => {}
  return defineAsyncComponent<T>({
    async loader() {
      const { locale, log } = usePortal()
      let asked = false
      for (;;) {
        try {
          const [{ default: loaded }] = await Promise.all([
            part(),
            words().then((module) => module.words.load(locale)),
          ])
          return loaded
        } catch (error) {
          // Browsers keep that a module did not come: asked for again it fails at once, until the page is loaded anew. What
          // was written is on the device.
          if (asked && (await answers())) location.reload()
          asked = true
          log('warn', 'a part of the editor could not be loaded', { reason: String(error) })
          const pressed = new Promise<void>((resolve) => (again = resolve))
          failed.value = true
          await pressed
          failed.value = false
        }
      }
    },
    delay: 0,
    loadingComponent: {
      render: () => (failed.value ? h(LaterTrouble, { onAgain: () => again() }) : null),
    },
  })
}
