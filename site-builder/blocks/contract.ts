/** What a block is. One folder a block; `registry.ts` lists them. */
import type { Fault, Json } from '@shuxiang/site-model'
import type { Html } from '@shuxiang/site-render/markup'
import type { InterfaceLanguage, Words } from '@shuxiang/vocabulary'
import type { Asks } from './answers/ask.ts'
import type { BlockGroup, Fields, SlotField } from './fields/declaration.ts'
import type { BlockFault } from './fields/faults.ts'

/** What a page is drawn for. Plain data: rendering twice gives the same text. */
export interface RenderContext {
  readonly locale: InterfaceLanguage
  /** Day in the portal's time zone, `YYYY-MM-DD`. */
  readonly today: string
  /** Instant in ISO 8601, for blocks that are shown from or until a time. */
  readonly now: string
  /** Path of the page. */
  readonly path?: string
  /** Query parameters of the page's address; each block checks those that it reads. */
  readonly parameters: Readonly<Record<string, string>>
  /** Addresses of what links name by id, such as `page:about` or `asset:x1`; what is not here is no link. */
  readonly addresses?: Readonly<Record<string, string>>
}

export type Level = 1 | 2 | 3 | 4 | 5 | 6

/** What a block may know of the place where it stands. */
export interface BlockContext extends RenderContext {
  /** Level of its own heading: 1 for the block that opens the page, else one below the block around it. */
  readonly level: Level
  /** True in a slot: the block around gives width and margins. */
  readonly inside: boolean
  /**
   * Ids of records that stand on the page already, in the order in which it is drawn. A block that chooses by itself leaves
   * them out, and adds what it shows.
   */
  readonly shown: Set<string>
}

/** A catalogued operation, by name; its text is in a `.graphql` file beside the block. Nobody types GraphQL on a page. */
export interface BlockQuery {
  readonly operation: string
  readonly variables: { readonly [name: string]: Json }
}

/** The answer to a query: the `data` of GraphQL, or null when none came. Errors have left null where they struck. */
export type Answer = unknown

/** What a page says of itself when its address opens something inside of a block. */
export interface BlockHead {
  readonly title: string
  readonly description: string
  /** The parameters of the address that make it another page, in their one order. */
  readonly parameters: Readonly<Record<string, string>>
}

/** Answers as they came, by the names of `asks`. */
export type RawAnswers = Readonly<Record<string, Answer | readonly Answer[]>>

/** A block of one type with its fields already checked. */
export interface BoundBlock {
  readonly type: BlockType
  /** True when it draws the page's `h1` if it is the first to do so. */
  readonly opens: boolean
  /** True when it draws a heading under which the blocks in its slots stand. */
  readonly heads: boolean
  asks(context: RenderContext): Asks
  /** The block as HTML; pure. An answer that is not what was promised counts as none. */
  render(
    answers: RawAnswers,
    slots: Readonly<Record<string, readonly Html[]>>,
    context: BlockContext,
    id: string,
  ): Html
  /** The page's own words when the address opens something in the block; null leaves those of the document. */
  head(answers: RawAnswers, context: RenderContext): BlockHead | null
  /** What it says to machines of what it shows: objects of schema.org without their context. */
  jsonLd(answers: RawAnswers, context: RenderContext): readonly object[]
  /** True when the address asks the block for something that does not exist: the page is then answered with 404. */
  missing(answers: RawAnswers, context: RenderContext): boolean
  /** The block's words, for search and previews. */
  text(context: RenderContext): string
  /** What must be filled in before the page is published. */
  wanting(): BlockFault[]
}

export type Bound =
  | { readonly ok: true; readonly value: BoundBlock }
  | { readonly ok: false; readonly faults: readonly BlockFault[] }

/** JSON object, as fields are stored. */
export interface StoredFields {
  [name: string]: Json
}

export interface BlockType {
  readonly type: string
  /** Version of the fields. */
  readonly v: number
  readonly group: BlockGroup
  readonly label: Words
  /** One sentence for the palette: what it is good for. */
  readonly about: Words
  /** Plain data; also what the editor's panel shows. */
  readonly fields: Fields
  readonly slots: Readonly<Record<string, SlotField>>
  /** True: stands on the page itself, in no slot. */
  readonly topmost: boolean
  /** Fields of a new block. */
  defaults(): StoredFields
  /** Fields of a former version as they are now; null when they cannot be carried over. */
  migrate(fields: StoredFields, from: number): StoredFields | null
  /** Checks fields of unknown origin, of this version. */
  bind(fields: unknown): Bound
}

export type { BlockFault, Fault }
