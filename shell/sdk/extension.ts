/** The browser side of an extension: a small app of its own in the element that the shell gives it. */
import { createApp, createSSRApp, h, shallowReactive, type App } from 'vue'
import { createPinia } from 'pinia'
import { contextKey } from './context.ts'
import type { LanguageMessages } from './contract.ts'
import type { BrowserExtension, ExtensionDefinition, ExtensionProps } from './extension-contract.ts'
import { extensionContext } from './extension-context.ts'
import { loadMessages } from './messages.ts'
import { createQueryCache, type QueryCache } from './query-cache.ts'
import { createReadersAnswers } from './readers-answers.ts'
import { readState } from './state.ts'

/** Default export of an extension's browser module. */
export function defineExtension(definition: ExtensionDefinition): BrowserExtension {
  const now = (): number => performance.now()
  // Outlives a visit, so that coming back from another page shows the former answers at once.
  let queries: QueryCache = createQueryCache(now)
  const ofReader = createReadersAnswers()

  return {
    async mount(props) {
      const messages = await loadMessages(definition.messages, props.portal.locale)
      const state = readState(props.state)
      if (state !== null) queries = createQueryCache(now, state.queries)
      ofReader(props.portal, queries)
      const hydrate = state !== null && props.element.firstElementChild !== null
      const shown = shallowReactive({ context: props.context })
      const app = assemble(definition, props, messages, queries, hydrate, () => shown.context)
      const errors: unknown[] = []
      let mounting = true
      app.config.errorHandler = (error, _instance, where) => {
        if (mounting) errors.push(error)
        else props.portal.log('error', `${definition.name}: ${String(error)}`, { where })
      }
      props.portal.takeOver(props.element, () => void app.mount(props.element))
      mounting = false
      if (errors.length > 0) {
        app.unmount()
        throw errors[0]
      }
      return {
        update(context) {
          shown.context = context
        },
        async unmount() {
          app.unmount()
        },
      }
    },
  }
}

function assemble(
  { name, component }: ExtensionDefinition,
  { portal }: ExtensionProps,
  messages: LanguageMessages,
  queries: QueryCache,
  hydrate: boolean,
  context: () => object,
): App {
  const root = { render: () => h(component, { context: context() }) }
  const app = hydrate ? createSSRApp(root) : createApp(root)
  app.provide(contextKey, extensionContext({ name, messages, portal, queries, server: false }))
  app.use(createPinia())
  return app
}
