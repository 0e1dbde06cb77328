/** The server side of a microfrontend: one request in, HTML, state and head out. */
import { createPinia } from 'pinia'
import { createSSRApp, h } from 'vue'
import { createMemoryHistory } from 'vue-router'
import { renderToString } from 'vue/server-renderer'
import {
  UNKNOWN_SESSION,
  type ExtensionDefinition,
  type Gql,
  type Head,
  type MicrofrontendDefinition,
  type Portal,
  type RenderRequest,
  type RenderResult,
  type ServerExtension,
  type ServerMicrofrontend,
} from './contract.ts'
import { assemble } from './assemble.ts'
import { contextKey } from './context.ts'
import { extensionContext } from './extension-context.ts'
import { loadMessages } from './messages.ts'
import { createQueryCache } from './query-cache.ts'
import type { CarriedState } from './state.ts'

export * from './contract.ts'

/**
 * `render` rejects when the route or a component throws, or when `signal` aborts; the shell then lets the browser
 * render. An address that no route matches answers 404 with whatever the root shows.
 */
export function defineServerMicrofrontend(definition: MicrofrontendDefinition): ServerMicrofrontend {
  return {
    async render(request, gql, signal): Promise<RenderResult> {
      const portal = serverPortal(definition.name, request, gql, signal)
      const queries = createQueryCache(() => performance.now())
      const messages = await loadMessages(definition.messages, request.locale)
      const { app, router, pinia, context } = assemble(definition, portal, messages, queries, 'server')
      const failures: unknown[] = []
      app.config.errorHandler = (error) => void failures.push(error)
      await router.push(request.url)
      await router.isReady()
      const html = await renderToString(app)
      signal.throwIfAborted()
      if (failures.length > 0) throw failures[0]
      const fallback: Head =
        router.currentRoute.value.matched.length === 0 ? { title: '', status: 404 } : { title: '' }
      const head = context.heads.current() ?? fallback
      const state: CarriedState = { stores: pinia.state.value, queries: queries.dehydrate() }
      // Reactive proxies cannot cross to another thread; what is not JSON could not reach the browser either.
      return { html, state: plain(state), head: plain(head), placed: plain(context.placed) }
    },
  }
}

/**
 * Default export of an extension's server module. `render` rejects when a component throws or `signal` aborts; the
 * shell then leaves the extension to the browser.
 */
export function defineServerExtension({
  name,
  component,
  messages: source,
}: ExtensionDefinition): ServerExtension {
  return {
    async render(request, gql, signal) {
      const portal = serverPortal(name, request, gql, signal)
      const queries = createQueryCache(() => performance.now())
      const messages = await loadMessages(source, request.locale)
      const pinia = createPinia()
      const app = createSSRApp({ render: () => h(component, { context: request.context }) })
      app.provide(contextKey, extensionContext({ name, messages, portal, queries, server: true }))
      app.use(pinia)
      const failures: unknown[] = []
      app.config.errorHandler = (error) => void failures.push(error)
      const html = await renderToString(app)
      signal.throwIfAborted()
      if (failures.length > 0) throw failures[0]
      const state: CarriedState = { stores: {}, queries: queries.dehydrate() }
      return { html, state: plain(state) }
    },
  }
}

function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value))
}

function serverPortal(name: string, request: RenderRequest, gql: Gql, signal: AbortSignal): Portal {
  return {
    name,
    origin: request.origin,
    locale: request.locale,
    mode: request.mode,
    script: request.script ?? 'source',
    chooseScript() {},
    onScript: () => () => {},
    takeOver: (_, hydrate) => hydrate(),
    session: UNKNOWN_SESSION,
    onSession: () => () => {},
    signIn: () => notWhileRendering(name),
    signOut: () => notWhileRendering(name),
    gql: (operation, variables, options) => gql(operation, variables, options ?? { signal }),
    navigate() {
      throw new Error(
        `${name} navigated while rendering on the server: navigate only from an event or after mount`,
      )
    },
    history: createMemoryHistory(),
    announce() {},
    setHead() {},
    log() {},
    signal,
    overlay: '#overlay',
    startWorker() {
      throw new Error(`${name} started a worker while rendering on the server: start it after mount`)
    },
    extend() {
      throw new Error(`${name} asked for extensions while rendering on the server: place a <PortalSlot>`)
    },
  }
}

const notWhileRendering = (name: string): Promise<never> =>
  Promise.reject(
    new Error(`${name} signed somebody in or out while rendering on the server: do so from an event`),
  )
