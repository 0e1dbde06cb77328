/// <reference lib="dom" />
/** The contract between the shell and what a microfrontend adds to pages of others. */
import type { Component } from 'vue'
import type { Gql, MessageSource, Portal, RenderRequest } from './portal-contract.ts'
import type { SlotContexts, SlotName } from './slots.ts'

/** What an author writes: one component, given the context of its place as its only prop `context`. */
export interface ExtensionDefinition {
  /** Name of the microfrontend that it comes from. */
  readonly name: string
  readonly component: Component
  readonly messages: MessageSource
}

/** What the shell passes to `mount` in the browser. */
export interface ExtensionProps {
  /** Without a router and without a head of the page: both are the page's. */
  readonly portal: Portal
  readonly element: HTMLElement
  readonly context: SlotContexts[SlotName]
  /** State from the server when the element holds rendered HTML to hydrate; else null. */
  readonly state: unknown
}

/** One stay of an extension on a page. */
export interface ExtensionVisit {
  /** The place tells something else now: another chapter, another record. */
  update(context: SlotContexts[SlotName]): void
  unmount(): Promise<void>
}

/** Default export of an extension's module for the browser. It may stand on a page more than once. */
export interface BrowserExtension {
  /** @throws what the first render throws, with the element left empty. */
  mount(props: ExtensionProps): Promise<ExtensionVisit>
}

/** What the shell passes to an extension on the server. */
export interface ExtensionRequest extends RenderRequest {
  readonly context: SlotContexts[SlotName]
}

export interface ExtensionResult {
  /** Empty: it has nothing to say here. */
  readonly html: string
  readonly state: unknown
}

/** Default export of an extension's module for the server. */
export interface ServerExtension {
  render(request: ExtensionRequest, gql: Gql, signal: AbortSignal): Promise<ExtensionResult>
}
