/** A dialog that comes after the page, before anybody presses: a reader whose network goes meanwhile has it all the same. */
import { defineAsyncComponent, onMounted, type Component } from 'vue'

/** To be called in `setup`. */
export function useLazyDialog<Dialog extends Component>(load: () => Promise<{ readonly default: Dialog }>) {
  onMounted(() => {
    const early = (): void => void load().catch(() => undefined)
    // Safari has none.
    if ('requestIdleCallback' in window) requestIdleCallback(early)
    else setTimeout(early)
  })
  return defineAsyncComponent(load)
}
