/** A part of the room that comes with its first visit, with its place kept meanwhile and a sentence when it does not come. */
import { defineAsyncComponent, type Component } from 'vue'
import ViewAway from './ViewAway.vue'
import ViewLoading from './ViewLoading.vue'

const TRIES = 2

export function lazyView<View extends Component>(load: () => Promise<{ readonly default: View }>) {
  return defineAsyncComponent({
    loader: load,
    loadingComponent: ViewLoading,
    errorComponent: ViewAway,
    onError: (_, retry, fail, tried) => (tried < TRIES ? retry() : fail()),
  })
}
