/** What a mounted microfrontend hands down to its components; provided by `assemble`, read by the composables. */
import { inject, type InjectionKey } from 'vue'
import type { Head, LanguageMessages, Portal } from './contract.ts'
import type { PlacedSlot } from './placed-slot.ts'
import type { QueryCache } from './query-cache.ts'

/** Keeps the head of the page that the components ask for; the innermost one alive wins. */
export interface HeadStack {
  add(head: () => Head): () => void
  current(): Head | null
}

export interface MicrofrontendContext {
  readonly name: string
  readonly portal: Portal
  /** In the reader's language. */
  readonly messages: LanguageMessages
  readonly queries: QueryCache
  readonly heads: HeadStack
  /** Slots that the render has placed so far; the shell fills them in the server's HTML. */
  readonly placed: PlacedSlot[]
  /** True while rendering to a string, where nothing may be started that outlives the request. */
  readonly server: boolean
}

export const contextKey: InjectionKey<MicrofrontendContext> = Symbol('shuxiang microfrontend')

/**
 * The context of the microfrontend a component stands in.
 * @throws Error when called outside of setup, or in an app that was not made by the SDK.
 */
export function useContext(caller: string): MicrofrontendContext {
  const context = inject(contextKey, null)
  if (context === null) {
    throw new Error(
      `${caller}() found no portal: call it in setup() of a component inside a microfrontend made by defineMicrofrontend, or mount with mountWithPortal from @shuxiang/sdk/testing`,
    )
  }
  return context
}

/** The portal this microfrontend stands in. */
export function usePortal(): Portal {
  return useContext('usePortal').portal
}
