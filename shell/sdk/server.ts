/** The server side of a microfrontend: one request in, HTML, state and head out. */
import { createMemoryHistory } from 'vue-router'
import { renderToString } from 'vue/server-renderer'
import type {
  Gql,
  Head,
  MicrofrontendDefinition,
  Portal,
  RenderRequest,
  RenderResult,
  ServerMicrofrontend,
} from './contract.ts'
import { assemble } from './assemble.ts'
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
      const { app, router, pinia, context } = assemble(definition, portal, queries, 'server')
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
      return { html, state: plain(state), head: plain(head) }
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
    session: { signedIn: false, name: null },
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
  }
}
