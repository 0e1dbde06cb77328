/// <reference lib="dom" />
/**
 * The contract between the shell and a microfrontend, number 1. A microfrontend imports nothing else of ours.
 * The shell injects `Portal`; a microfrontend never sees a token, a global of ours or another microfrontend.
 */
import type { Component } from 'vue'
import type { RouteRecordRaw, RouterHistory } from 'vue-router'
import type { PlacedSlot, SlotPlace } from './placed-slot.ts'
import type { SlotContexts, SlotName } from './slots.ts'

export type Locale = 'zh-CN' | 'en'
export type Mode = 'light' | 'dark' | 'contrast'

/** Chinese texts of the collection as their sources have them, in simplified or in traditional characters. */
export type ScriptWish = 'source' | 'hans' | 'hant'

/**
 * A trusted GraphQL document, made from a `.graphql` file by the build. `id` is `sha256:<hex>` of the document; in the
 * browser `text` is only its first word (`query`, `mutation`) unless a development server gives the module.
 */
export interface Operation<Data, Variables> {
  readonly id: string
  readonly name: string
  readonly text: string
  /** Only for the type checker. */
  readonly types?: (variables: Variables) => Data
}

export interface GqlError {
  readonly message: string
  readonly path: readonly (string | number)[]
  readonly code: string
  /** A name for why, where the code leaves it open. */
  readonly reason?: string
}

/** `data` may be partial: every error names the path it left null. */
export interface GqlResult<Data> {
  readonly data: Data | null
  readonly errors: readonly GqlError[]
}

const LASTING: readonly string[] = ['INTERNAL_SERVER_ERROR', 'INTERNAL', 'NULL_IN_ANSWER']

/** A part of the answer failed by a fault of ours: asking again does not help, so nobody is told to. */
export function isLasting({ code }: GqlError): boolean {
  return LASTING.includes(code)
}

/** Thrown by `gql` when no answer came: offline, timeout, gateway away. `retryable` tells whether trying again may help. */
export class GqlUnavailable extends Error {
  override readonly name = 'GqlUnavailable'
  readonly retryable: boolean
  constructor(message: string, retryable: boolean) {
    super(message)
    this.retryable = retryable
  }
}

export type Gql = <Data, Variables>(
  operation: Operation<Data, Variables>,
  variables: Variables,
  options?: {
    readonly signal?: AbortSignal
    /**
     * For a change that nobody pressed for, such as one that is saved by itself: where it needs a fresh code the error
     * `STEP_UP_REQUIRED` comes back, and nobody is led away.
     */
    readonly stays?: boolean
  },
) => Promise<GqlResult<Data>>

/** What the page says of itself to browsers, search engines and screen readers. */
export interface Head {
  /** Title of the page without the portal's name. */
  readonly title: string
  readonly description?: string
  /** Path, not a full address: the shell adds the origin it knows. */
  readonly canonical?: string
  readonly robots?: 'noindex' | 'noindex, follow'
  /** What others show when somebody shares the page (Open Graph); a plain page of the site when absent. */
  readonly type?: 'article' | 'book'
  /** JSON-LD objects; the shell serialises and escapes them. */
  readonly jsonLd?: readonly object[]
  /** Facts for reference managers, as `<meta>` in order; names of Highwire (`citation_…`) and Dublin Core (`DC.…`) only. */
  readonly citation?: readonly { readonly name: string; readonly content: string }[]
  /** Other formats of the same thing, as `<link rel="alternate">`. */
  readonly alternates?: readonly { readonly type: string; readonly href: string; readonly title?: string }[]
  /** HTTP status of the page: what a server answers, and what a reader is told after a navigation. */
  readonly status?: 200 | 404 | 410 | 500 | 503
  /** Address at which the page stands for good: a server leads there, with the query as it came where it has none. */
  readonly moved?: string
  /** The page is not there yet: nobody is told that it is open before a head without this. */
  readonly waiting?: boolean
}

/** Who reads, as far as a page may know: never a token, never a card number. */
export interface Session {
  /** `unknown`: not asked yet, as on the server and in the first moments of a page. */
  readonly status: 'unknown' | 'anonymous' | 'signed-in'
  /** To be shown to its owner; null unless signed in, and for an account without one. */
  readonly name: string | null
  /** Code of the home library. */
  readonly library: string | null
  /** The same for one person and different for two, to bind what a device keeps to whose it is; says nothing else of them. */
  readonly reader: string | null
  /** A person of the staff, signed in on a page for staff. Only hides and shows: the gateway decides. */
  readonly staff: boolean
  /** 2: with a one-time code. */
  readonly level: 1 | 2 | null
}

/** Nobody knows yet who reads. */
export const UNKNOWN_SESSION: Session = {
  status: 'unknown',
  name: null,
  library: null,
  reader: null,
  staff: false,
  level: null,
}

/** A reader who has not signed in. */
export const ANONYMOUS: Session = { ...UNKNOWN_SESSION, status: 'anonymous' }

/** Everything the shell gives to a microfrontend. */
export interface Portal {
  readonly name: string
  readonly origin: string
  readonly locale: Locale
  readonly mode: Mode
  /** How the reader wants Chinese texts of the collection written, as it is now; `onScript` tells of changes. */
  readonly script: ScriptWish
  /** Keep another wish, for all pages and for the next visit. */
  chooseScript(wish: ScriptWish): void
  /** Call with every wish from now on. Give back the end of it. */
  onScript(listener: (wish: ScriptWish) => void): () => void
  /**
   * Run `hydrate`, which takes over an element and the server’s HTML in it: the element then holds what was drawn, before it was
   * written in the script that the reader wants, and is so again when this returns.
   */
  takeOver(element: HTMLElement, hydrate: () => void): void
  /** As it is now; `onSession` tells of changes, `useSession` does both in a component. */
  readonly session: Session
  /** Call with every session from now on. Give back the end of it. */
  onSession(listener: (session: Session) => void): () => void
  /**
   * Leave for the sign-in page; the reader comes back to this very place, with what was typed. `level` 2 asks for a
   * one-time code, `again` for the password of who is signed in already. Resolves only when there is no leaving: the provider does not answer, which the reader has been told.
   */
  signIn(options?: { readonly level?: 2; readonly again?: true }): Promise<void>
  /** Sign out here, in other tabs and at the provider; the page is left for one that says so. */
  signOut(): Promise<void>
  /** Asks the graph, as the reader who is signed in. Errors have the code `UNAUTHENTICATED` when one is needed and is not there. */
  readonly gql: Gql
  /** Go to a path of the portal, inside or outside of this microfrontend. */
  navigate(to: string, options?: { readonly replace?: boolean }): void
  /** History for vue-router that only moves inside the microfrontend's own addresses. */
  readonly history: RouterHistory
  /** Say a sentence to screen readers. */
  announce(text: string): void
  /** Set the head; on the server before the first byte, in the browser at once. */
  setHead(head: Head): void
  /** Report an error; it reaches the log with the request id. */
  log(
    level: 'info' | 'warn' | 'error',
    message: string,
    detail?: Record<string, string | number | boolean>,
  ): void
  /** Aborted at unmount: pass it to listeners and requests. */
  readonly signal: AbortSignal
  /**
   * Bring what others add at a place of this page, and keep it there until told to leave; `<PortalSlot>` does it. An
   * extension gets nothing from it: nobody extends an extension.
   */
  extend<Name extends SlotName>(element: HTMLElement, name: Name, context: SlotContexts[Name]): SlotPlace
  /**
   * Start a worker of this microfrontend's release, at the address that `import address from './x.ts?worker&url'`
   * gives. The content policy allows it on pages that declare `"workers": ["own"]`.
   * @throws TypeError for an address that is no file of a release.
   */
  startWorker(address: string): Worker
  /** Where dialogs and sheets are teleported to, inside the microfrontend's own CSS prefix. Selector or element. */
  readonly overlay: string | HTMLElement
}

/** Messages of one language by key. A message may hold `{name}` placeholders; `{n, plural, one {…} other {…}}` is not needed in Chinese and given by two keys `x.one`, `x.other`. */
export type LanguageMessages = Readonly<Record<string, string>>

/** Messages in every language. */
export type Messages = Readonly<Record<Locale, LanguageMessages>>

/**
 * Where messages come from: the way to load those of one language, so that a browser is sent its reader's only, or a
 * few as they are. Those in `messages/<language>.ts` are on their way with the page: `async () => (await
 * import('./messages/en.ts')).en`.
 */
export type MessageSource = Readonly<Record<Locale, LanguageMessages | (() => Promise<LanguageMessages>)>>

export interface MicrofrontendDefinition {
  /** Name of the folder, unique in the portal. */
  readonly name: string
  /** Root component; holds a `<RouterView>`. */
  readonly root: Component
  readonly routes: readonly RouteRecordRaw[]
  readonly messages: MessageSource
}

/** What the shell passes to `mount` in the browser. */
export interface MountProps {
  readonly portal: Portal
  readonly element: HTMLElement
  /** State from the server when the element already holds rendered HTML to hydrate; else null. */
  readonly state: unknown
}

/** The built browser entry. */
export interface BrowserMicrofrontend {
  bootstrap(): Promise<void>
  mount(props: MountProps): Promise<void>
  unmount(): Promise<void>
}

/** What the shell passes to `render` on the server; plain data, so that it can cross to a worker. */
export interface RenderRequest {
  readonly url: string
  readonly locale: Locale
  readonly mode: Mode
  /** Absent: as the sources have them. */
  readonly script?: ScriptWish
  readonly origin: string
  readonly requestId: string
}

export interface RenderResult {
  readonly html: string
  /** Serialisable state for hydration. */
  readonly state: unknown
  readonly head: Head
  /** Slots that stand in the HTML, each as a marker that the shell replaces; absent: none. */
  readonly placed?: readonly PlacedSlot[]
}

/** The built server entry. */
export interface ServerMicrofrontend {
  render(request: RenderRequest, gql: Gql, signal: AbortSignal): Promise<RenderResult>
}

type EnhancementEnd = (() => void) | void

/**
 * Life that a microfrontend offers to an element of pages of others, found by `data-enhance="<id>"` on an element that
 * works without it. Ids end in a version, such as `search.box.v1`. Other than a slot, which is filled by whoever has
 * something to add, an enhancement has one provider and brings no content of its own.
 */
export interface Enhancement {
  /** Enhance the element in place, at once or when its messages are there; the function that comes of it undoes it. */
  enhance(element: HTMLElement, portal: Portal): EnhancementEnd | Promise<EnhancementEnd>
}
