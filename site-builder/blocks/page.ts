/** A page document as HTML: which queries it needs, and its text once they are answered. Pure. */
import { textFor } from '@shuxiang/site-model'
import type { PageDoc } from '@shuxiang/site-model'
import { html } from '@shuxiang/site-render/markup'
import type { Html } from '@shuxiang/site-render/markup'
import type { Ask, Asks } from './answers/ask.ts'
import type { Answer, BlockHead, BlockQuery, RawAnswers, RenderContext } from './contract.ts'
import { contextWith } from './context-with.ts'
import { keyOf } from './key.ts'
import { noting, type Reading } from './noting.ts'
import { standing } from './standing.ts'
import type { Standing } from './standing.ts'
import { words } from './words.ts'

/** A query with the key under which its answer is looked up. Equal queries have equal keys and are asked once. */
export interface PageQuery extends BlockQuery {
  readonly key: string
}

/** Most queries that one page asks; what goes beyond is shown as if it had no answer. */
export const mostQueries = 60

/** `data` of GraphQL by key of a query; a missing one draws the block's empty state. */
export type Answers = ReadonlyMap<string, Answer>

/** A page for one reader: first its queries, then, with their answers, its text. */
export interface OpenPage {
  /** The queries of the page, each once. */
  readonly queries: readonly PageQuery[]
  /**
   * The blocks as escaped HTML, for inside of `<main>`. `marked`: each stands between the comments `block <id>` and `/block`,
   * so that an editor finds it; nothing else is other. As a function: by which id a block is found, null for none.
   */
  render(answers: Answers, how?: { readonly marked?: boolean | ((id: string) => string | null) }): string
  /** Title, description and telling parameters: of what the address opens, else the document's own. */
  head(answers: Answers): BlockHead
  /** What the page says to machines: objects of JSON-LD, each whole. */
  jsonLd(answers: Answers): readonly object[]
  /** True when what the address asks a block for does not exist. */
  missing(answers: Answers): boolean
  /** The page's words as plain text, for search. */
  text(): string
  /** What of its context the page has read so far: all that matters, once it was drawn and its head was asked for. */
  readonly reading: Readonly<Reading>
}

const isList = (asked: Asks[string]): asked is readonly Ask<unknown>[] => Array.isArray(asked)

function* all(blocks: readonly Standing[]): Iterable<Standing> {
  for (const one of blocks) {
    yield one
    for (const children of Object.values(one.slots)) yield* all(children)
  }
}

/** The answers to a block's own queries, by the names that it gave them. */
function answersTo({ asks }: Standing, answers: Answers): RawAnswers {
  return Object.fromEntries(
    Object.entries(asks).map(([name, asked]): [string, Answer | readonly Answer[]] => {
      if (asked === undefined) return [name, null]
      if (isList(asked)) return [name, asked.map((one) => answers.get(keyOf(one)))]
      return [name, answers.get(keyOf(asked))]
    }),
  )
}

interface Drawing {
  readonly answers: Answers
  readonly markOf: (id: string) => string | null
  /** Records that stand on the page so far. */
  readonly shown: Set<string>
}

function drawn(one: Standing, drawing: Drawing): Html {
  const { answers, markOf, shown } = drawing
  const slots = Object.entries(one.slots).map(([name, children]): [string, readonly Html[]] => [
    name,
    children.map((child) => drawn(child, drawing)),
  ])
  const context = contextWith(one.context, { shown })
  const block = one.bound.render(answersTo(one, answers), Object.fromEntries(slots), context, one.id)
  const mark = markOf(one.id)
  return mark === null ? block : html`<!--block ${html`${mark}`}-->${block}<!--/block-->`
}

/** The queries of all blocks, each once, as many as a page may ask. */
function queriesOf(blocks: readonly Standing[]): PageQuery[] {
  const queries = new Map<string, PageQuery>()
  for (const { asks } of all(blocks))
    for (const { operation, variables } of Object.values(asks).flatMap((asked) => asked ?? [])) {
      const key = keyOf({ operation, variables })
      if (queries.size < mostQueries) queries.set(key, { key, operation, variables })
    }
  return [...queries.values()]
}

/** What several blocks say of one thing is said once; each object with its context, as it stands alone in a page. */
function joined(nodes: readonly object[]): readonly object[] {
  const byId = new Map<unknown, object>()
  for (const node of nodes) {
    const id = '@id' in node ? node['@id'] : node
    byId.set(id, { ...(byId.get(id) ?? { '@context': 'https://schema.org' }), ...node })
  }
  return [...byId.values()]
}

/** A page as it stands for a reader. Blocks that are not known, do not fit or are not to be shown are left out. */
export function openPage(doc: PageDoc, given: RenderContext): OpenPage {
  const { context, reading } = noting(given)
  const blocks = standing(doc, context, given.now, reading.turns)
  const { title, description } = doc.meta
  return {
    reading,
    queries: queriesOf(blocks),
    render(answers, { marked = false } = {}) {
      const markOf = typeof marked === 'function' ? marked : (id: string) => (marked ? id : null)
      const drawing = { answers, markOf, shown: new Set<string>() }
      const parts = blocks.map((one) => drawn(one, drawing).toString())
      // Every page has one heading of the first level: its title, when no block draws it.
      if (!blocks.some((one) => one.bound.opens))
        parts.unshift(
          html`<div class="wrap opens"><h1 tabindex="-1">${words(title, context)}</h1></div>`.toString(),
        )
      return parts.join('\n')
    },
    head(answers) {
      for (const one of all(blocks)) {
        const opened = one.bound.head(answersTo(one, answers), context)
        if (opened !== null) return opened
      }
      return {
        title: textFor(title, context.locale)?.text ?? '',
        description: (description && textFor(description, context.locale)?.text) ?? '',
        parameters: {},
      }
    },
    jsonLd: (answers) =>
      joined([...all(blocks)].flatMap((one) => one.bound.jsonLd(answersTo(one, answers), context))),
    missing: (answers) => [...all(blocks)].some((one) => one.bound.missing(answersTo(one, answers), context)),
    text: () =>
      [...all(blocks)]
        .map((one) => one.bound.text(context))
        .filter((text) => text !== '')
        .join('\n'),
  }
}
