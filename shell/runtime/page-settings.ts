/** What the server tells the runtime of a page, as JSON in the element `#page-settings`. Types only. */
import type { Locale, Mode, SlotName } from '@shuxiang/sdk/contract'

export interface StyleSheet {
  readonly href: string
  readonly integrity: string
}

/** What the runtime must know of a page before it goes there. */
export interface PageNeeds {
  /** What it needs of the content policy, as `policyNeeds` of the SDK writes it. */
  readonly needs: readonly string[]
}

export interface MicrofrontendPageSettings extends PageNeeds {
  /** Pattern of its path. */
  readonly path: string
  /** Slots that it may place. */
  readonly slots: readonly SlotName[]
  /** Ends of the addresses beside it that are files of the server. */
  readonly documents: readonly string[]
}

/** Where people sign in, and what a page needs to send them there. */
export interface IdentitySettings {
  /** Of the provider, without a path. */
  readonly url: string
  readonly realm: string
  /** As whom the portal asks: on pages for readers, and on those for staff. */
  readonly clients: { readonly reader: string; readonly staff: string }
  /** Module that knows how to sign in; nobody fetches it who does not. */
  readonly module: string
}

export interface MicrofrontendSettings {
  readonly name: string
  /** Whose sign-in its pages take; pages of the other one are other documents. */
  readonly signIn: 'reader' | 'staff'
  readonly label: string
  /** `primary`: its page has no other content; `regular`: the page is of use without it. */
  readonly criticality: 'primary' | 'regular'
  /** Address of the browser entry. */
  readonly entry: string
  /** Modules worth fetching before the entry asks for them. */
  readonly preload: readonly string[]
  /** Module of its messages in the language of the page; null: they come with its other modules. */
  readonly messages: string | null
  readonly css: readonly StyleSheet[]
  readonly pages: readonly MicrofrontendPageSettings[]
  readonly enhancements: readonly { readonly id: string; readonly entry: string }[]
}

export interface ExtensionSettings {
  /** Name of its microfrontend and its place there; its element carries it as `data-extension`. */
  readonly key: string
  /** Name of its microfrontend. */
  readonly owner: string
  readonly slot: SlotName
  /** Ids of the kinds it is for; null: all. */
  readonly kinds: readonly string[] | null
  /** By what name librarians put it onto pages of blocks; null: it stands wherever its slot is. */
  readonly offer: string | null
  readonly entry: string
  readonly preload: readonly string[]
  /** Its absence is told by a box. */
  readonly told: boolean
}

export interface PageSettings {
  readonly origin: string
  /** Null: nobody can sign in here. */
  readonly identity: IdentitySettings | null
  /** As `MicrofrontendSettings.signIn`, of this page. */
  readonly signIn: 'reader' | 'staff'
  readonly portalName: string
  readonly locale: Locale
  readonly mode: Mode | null
  /** Module that writes texts in the script that a reader wants; nobody fetches it who wants none. */
  readonly scriptModule: string
  /** What the server wrote so: by which words, and what stood there before. Null: nothing. */
  readonly script: { readonly words: string; readonly sources: readonly string[] } | null
  readonly microfrontends: readonly MicrofrontendSettings[]
  /** Of all microfrontends, in the order in which they stand in a slot. */
  readonly extensions: readonly ExtensionSettings[]
  /** States of extensions that the server rendered, by the number in `data-state`. */
  readonly extended: readonly unknown[]
  /** Pages whose content comes from the server as a fragment. */
  readonly documents: readonly (PageNeeds & { readonly path: string })[]
  /** What the content policy of this page gives, beyond what every page has. */
  readonly needs: readonly string[]
  /** Set when `<main>` holds a microfrontend's server-rendered HTML. */
  readonly rendered: { readonly name: string; readonly state: unknown } | null
  /** HTTP status of the page; an error page is not taken for the page at its address. */
  readonly status: number
  /** False when a part of the server's content could not be had. */
  readonly complete: boolean
  readonly importing: boolean
  /** True when a microfrontend is served by a development server. */
  readonly development: boolean
  /** Addresses of the modules that microfrontends share. */
  readonly shared: readonly string[]
  /** Words that the runtime says itself. */
  readonly words: { readonly loaded: string; readonly retry: string }
}

/** Answer of `/_fragment?path=…`. */
export interface PageFragment {
  /** Content of `<main>`, escaped by the server's own renderers. */
  readonly html: string
  readonly title: string
  readonly description: string | null
  /** Path by which machines should know the page. */
  readonly canonical: string | null
  /** False when a part of it could not be had. */
  readonly complete: boolean
}

/** Answer of `/_notices`. */
export interface PageNotices {
  readonly html: string
  /** False ends the asking. */
  readonly importing: boolean
}
