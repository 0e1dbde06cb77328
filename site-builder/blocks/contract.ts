/** What a block is. One folder a block; `registry.ts` lists them. */
import type { Html } from '@shuxiang/site-render/markup'
import type { Fault, Json, Parsed } from '@shuxiang/site-model'

/** What a block may know of the page it is drawn for. Plain data: rendering twice gives the same text. */
export interface RenderContext {
  readonly locale: 'zh-CN' | 'en'
  /** Day in the portal's time zone, `YYYY-MM-DD`. */
  readonly today: string
  /** Instant in ISO 8601, for blocks that are shown from or until a time. */
  readonly now: string
  /** Query parameters of the page's address; each block checks those that it reads. */
  readonly parameters: Readonly<Record<string, string>>
}

/** A catalogued operation, by name; its text is in a `.graphql` file beside the block. Nobody types GraphQL on a page. */
export interface BlockQuery {
  readonly operation: string
  readonly variables: { readonly [name: string]: Json }
}

/** The answer to a query: the `data` of GraphQL, or null when none came. Errors have left null where they struck. */
export type Answer = unknown

/** One field in the editor's panel, in the librarian's words. */
export interface Field {
  readonly name: string
  readonly label: Readonly<Record<'zh-CN' | 'en', string>>
  readonly input: 'text' | 'longText' | 'switch' | 'number' | 'choice' | 'query' | 'records'
  /** Text by language. */
  readonly localized?: true
  /** Values of a choice, with their words. */
  readonly choices?: readonly {
    readonly value: string
    readonly label: Readonly<Record<'zh-CN' | 'en', string>>
  }[]
}

/** What a page says of itself when its address opens something inside of a block. */
export interface BlockHead {
  readonly title: string
  readonly description: string
  /** The parameters of the address that make it another page, in their one order. */
  readonly parameters: Readonly<Record<string, string>>
}

/** A block of one type with its fields already checked. */
export interface BoundBlock {
  /** Queries by the name under which the answers come back. */
  query(context: RenderContext): Readonly<Record<string, BlockQuery>>
  /** The block as HTML; pure. Answers pass the block's own check first: a wrong one counts as none. */
  render(answers: Readonly<Record<string, Answer>>, context: RenderContext, id: string): Html
  /** The page's own words when the address opens something in the block; null leaves those of the document. */
  head(answers: Readonly<Record<string, Answer>>, context: RenderContext): BlockHead | null
  /** True when the address asks the block for something that does not exist: the page is then answered with 404. */
  missing(answers: Readonly<Record<string, Answer>>, context: RenderContext): boolean
  /** The block's words, for search and previews. */
  text(context: RenderContext): string
}

export interface BlockType {
  readonly type: string
  /** Version of the fields. */
  readonly v: number
  readonly label: Readonly<Record<'zh-CN' | 'en', string>>
  readonly fields: readonly Field[]
  /** Fields of a new block. */
  defaults(): { [name: string]: Json }
  /** Checks fields of unknown origin. */
  bind(fields: unknown): Parsed<BoundBlock>
}

export type { Fault }
