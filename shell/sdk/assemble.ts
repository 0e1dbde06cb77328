/** Put a Vue app together for one mount or one request: store, router and what the composables read. */
import { createPinia, type Pinia } from 'pinia'
import { createApp, createSSRApp, type App } from 'vue'
import { createRouter, type Router } from 'vue-router'
import type { LanguageMessages, MicrofrontendDefinition, Portal } from './contract.ts'
import { contextKey, type MicrofrontendContext } from './context.ts'
import { headStack } from './head.ts'
import type { QueryCache } from './query-cache.ts'

export interface Assembled {
  readonly app: App
  readonly router: Router
  readonly pinia: Pinia
  readonly context: MicrofrontendContext
}

/** `hydrate` takes over HTML of the server; `server` renders it. */
export function assemble(
  definition: MicrofrontendDefinition,
  portal: Portal,
  messages: LanguageMessages,
  queries: QueryCache,
  purpose: 'server' | 'hydrate' | 'create',
): Assembled {
  const app = purpose === 'create' ? createApp(definition.root) : createSSRApp(definition.root)
  const pinia = createPinia()
  pinia.use(({ store }) => refuseForeignStore(definition.name, store.$id))
  const router = createRouter({ history: portal.history, routes: [...definition.routes] })
  const context: MicrofrontendContext = {
    name: definition.name,
    portal,
    messages,
    queries,
    heads: headStack(),
    placed: [],
    server: purpose === 'server',
  }
  app.provide(contextKey, context)
  app.use(pinia)
  app.use(router)
  return { app, router, pinia, context }
}

/** Two microfrontends share the page: a store id without its owner's name would meet another's in tools and in state. */
function refuseForeignStore(name: string, id: string): void {
  if (id.startsWith(`${name}/`)) return
  throw new Error(
    `store "${id}" of microfrontend "${name}" needs its owner in its id: name it "${name}/${id}"`,
  )
}
