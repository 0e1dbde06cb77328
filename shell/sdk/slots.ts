/**
 * Places of pages where other microfrontends add something of their own, and what each place tells about itself. An id
 * ends in a version: a context that changes its meaning gets a new one. Contexts are plain data, because they cross
 * from the server's threads into the page.
 */

/** The record whose page it is. */
export interface RecordSlotContext {
  readonly id: string
  /** Id of its kind, such as `poem`. */
  readonly kind: string
  readonly title: string
  /** Language of the text as BCP 47 writes it; null where the record does not say. */
  readonly language: string | null
  /** Number of the chapter that is open, counted from 1; null on the page of the whole record. */
  readonly chapter: number | null
}

/** The search whose results are shown. */
export interface ResultsSlotContext {
  /** Words searched for, as they were typed; empty for all records. */
  readonly query: string
  /** Ids of the kinds that the results are narrowed to; empty for all. */
  readonly kinds: readonly string[]
  /** Records found. */
  readonly found: number
}

/** The search whose results are shown, whole. */
export interface ResultsActionsContext {
  /** As `ResultsSlotContext`. */
  readonly query: string
  /** Values chosen of each facet, by its name. */
  readonly filters: Readonly<Record<string, readonly string[]>>
  /** As the address has it, such as `relevance` or `newest`. */
  readonly sort: string
  /** What is searched for in words, in the reader's language. */
  readonly title: string
}

/** One of the results of a search. */
export interface HitSlotContext {
  readonly id: string
  /** Id of its kind. */
  readonly kind: string
  readonly title: string
  /** As in `RecordSlotContext`. */
  readonly language: string | null
  /** Ids of all results of the page, this one among them: what is asked of each is asked once for all. */
  readonly among: readonly string[]
}

/** A page of the site builder. */
export interface PageSlotContext {
  readonly path: string
}

/** A block of a page of the site builder, in which a librarian has put something that a microfrontend offers. */
export interface OfferSlotContext {
  readonly path: string
  /** What was chosen, as `<microfrontend>/<name>`. */
  readonly offer: string
  /** True: the librarian's heading stands above it already. */
  readonly named: boolean
  /** Level of its own first heading, 2 to 6. */
  readonly level: number
}

/** Every slot with the type of its context. */
export interface SlotContexts {
  /** Among the buttons below the title of a record. */
  'record.actions.v1': RecordSlotContext
  /** After the text of a record, before its facts: a section of its own with a heading. */
  'record.body.v1': RecordSlotContext
  /** Beside a record, after where to borrow it. */
  'record.aside.v1': RecordSlotContext
  /** Among the tools above the list of results, also when nothing was found. */
  'results.actions.v1': ResultsActionsContext
  /** In the corner of each result; room for one button of the width of a finger, which takes none from the text. */
  'hit.actions.v1': HitSlotContext
  /** After the list of results. */
  'results.after.v1': ResultsSlotContext
  /** After the blocks of the home page. */
  'home.body.v1': PageSlotContext
  /** After the blocks of any other page of the site builder on the portal. */
  'page.body.v1': PageSlotContext
  /** In a block of a page of blocks, by the name of an offer: on the portal and on branch sites. */
  'page.offer.v1': OfferSlotContext
  /** A section of a reader's own page. */
  'my-library.body.v1': PageSlotContext
  /** After the blocks of a page of a branch site. */
  'branch.body.v1': PageSlotContext
}
export type SlotName = keyof SlotContexts

/**
 * The slots by id; `ofKind` for those whose extensions may be for some kinds of record only, `offered` for those whose
 * extensions stand where a librarian has put them, by name.
 */
export const SLOTS = {
  'record.actions.v1': { ofKind: true, offered: false },
  'record.body.v1': { ofKind: true, offered: false },
  'record.aside.v1': { ofKind: true, offered: false },
  'results.actions.v1': { ofKind: false, offered: false },
  'hit.actions.v1': { ofKind: true, offered: false },
  'results.after.v1': { ofKind: false, offered: false },
  'home.body.v1': { ofKind: false, offered: false },
  'page.body.v1': { ofKind: false, offered: false },
  'page.offer.v1': { ofKind: false, offered: true },
  'my-library.body.v1': { ofKind: false, offered: false },
  'branch.body.v1': { ofKind: false, offered: false },
} as const satisfies Record<SlotName, { readonly ofKind: boolean; readonly offered: boolean }>

/** Where an extension belongs among the places of its slot. */
export interface Belonging {
  /** Ids of the kinds of record that it is for; null: all. */
  readonly kinds: readonly string[] | null
  /** What it offers by name, as `<microfrontend>/<name>`; null: it stands wherever its slot is. */
  readonly offer: string | null
}

/** True when an extension belongs where the context says. */
export function belongs({ kinds, offer }: Belonging, context: object): boolean {
  if (offer !== null) return 'offer' in context && context.offer === offer
  if (kinds === null) return true
  return 'kind' in context && typeof context.kind === 'string' && kinds.includes(context.kind)
}
