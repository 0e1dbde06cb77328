/** The browser side of a microfrontend: take over the server's HTML, or make it, and leave without a trace. */
import type { App } from 'vue'
import type { BrowserMicrofrontend, MicrofrontendDefinition, MountProps } from './contract.ts'
import { assemble } from './assemble.ts'
import { loadMessages } from './messages.ts'
import { createQueryCache, type QueryCache } from './query-cache.ts'
import { createReadersAnswers } from './readers-answers.ts'
import { readState } from './state.ts'

/**
 * Lifecycles for the shell. `mount` hydrates when the element holds the server's HTML and its state came with it, else
 * it renders anew; it rejects when the first render throws, with the element left as it was found or empty.
 */
export function defineMicrofrontend(definition: MicrofrontendDefinition): BrowserMicrofrontend {
  const now = (): number => performance.now()
  let mounted: { readonly app: App; readonly props: MountProps } | null = null
  // Outlives a mount, so that coming back from another page shows the former answers at once.
  let queries: QueryCache = createQueryCache(now)
  const ofReader = createReadersAnswers()

  return {
    async bootstrap() {},
    async mount(props) {
      const { portal, element } = props
      const messages = await loadMessages(definition.messages, portal.locale)
      if (portal.signal.aborted) return
      const state = readState(props.state)
      const hydrate = state !== null && element.firstElementChild !== null
      if (state !== null) queries = createQueryCache(now, state.queries)
      ofReader(portal, queries)
      const { app, router, pinia } = assemble(
        definition,
        portal,
        messages,
        queries,
        hydrate ? 'hydrate' : 'create',
      )
      if (state !== null) pinia.state.value = state.stores
      const errors: unknown[] = []
      let mounting = true
      app.config.errorHandler = (error, _instance, where) => {
        if (mounting) errors.push(error)
        else portal.log('error', `${definition.name}: ${messageOf(error)}`, { where })
      }
      // Hydration compares with what the route renders: it must be resolved, its lazy parts loaded, before.
      await router.isReady()
      if (portal.signal.aborted) return
      portal.takeOver(element, () => void app.mount(element))
      mounting = false
      if (errors.length > 0) {
        app.unmount()
        portal.history.destroy()
        throw errors[0]
      }
      mounted = { app, props }
    },
    async unmount() {
      const leaving = mounted
      mounted = null
      leaving?.app.unmount()
      leaving?.props.portal.history.destroy()
    },
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
