/** One component in an element, with a portal, messages, a store and a router around it. */
import { createPinia } from 'pinia'
import { createApp, type App, type Component } from 'vue'
import { createRouter, type RouteRecordRaw, type Router } from 'vue-router'
import { contextKey, type MicrofrontendContext } from '../context.ts'
import type { Messages, Portal } from '../contract.ts'
import { headStack } from '../head.ts'
import { createQueryCache } from '../query-cache.ts'

/** What `provide(contextKey, …)` needs, for mounting a single component by any test library. */
export function mockContext(portal: Portal, messages: Messages, server = false): MicrofrontendContext {
  const queries = createQueryCache(() => 0)
  const own = messages[portal.locale]
  return { name: portal.name, portal, messages: own, queries, heads: headStack(), placed: [], server }
}

export interface MountedWithPortal {
  readonly app: App
  readonly router: Router
  readonly element: HTMLElement
  unmount(): void
}

/** Mount a component in an element (DOM needed) with a portal, messages, a store and a router at `url`. */
export async function mountWithPortal(
  component: Component,
  options: {
    readonly portal: Portal
    readonly messages: Messages
    readonly element: HTMLElement
    readonly props?: Record<string, unknown>
    readonly routes?: readonly RouteRecordRaw[]
    readonly url?: string
  },
): Promise<MountedWithPortal> {
  const app = createApp(component, options.props ?? {})
  const routes = options.routes ?? [{ path: '/:rest(.*)*', component: { render: () => null } }]
  const router = createRouter({ history: options.portal.history, routes: [...routes] })
  app.provide(contextKey, mockContext(options.portal, options.messages))
  app.use(createPinia())
  app.use(router)
  await router.push(options.url ?? '/')
  app.mount(options.element)
  return { app, router, element: options.element, unmount: () => app.unmount() }
}

export { contextKey }
