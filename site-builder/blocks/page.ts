/** A page document as HTML: which queries it needs, and its text once they are answered. Pure. */
import { canonicalJson, textFor } from '@shuxiang/site-model'
import type { Block, Fault, PageDoc } from '@shuxiang/site-model'
import type { Answer, BlockHead, BlockQuery, BoundBlock, RenderContext } from './contract.ts'
import { blockType } from './registry.ts'

/** A query with the key under which its answer is looked up. Equal queries have equal keys and are asked once. */
export interface PageQuery extends BlockQuery {
  readonly key: string
}

interface Standing {
  readonly id: string
  readonly bound: BoundBlock
}

function shown({ show }: Block, now: string): boolean {
  const at = Date.parse(now)
  if (show?.from !== undefined && at < Date.parse(show.from)) return false
  return show?.to === undefined || at < Date.parse(show.to)
}

/** Blocks that are drawn, in order. An unknown type and wrong fields are left out: the rest of the page stands. */
function standing(doc: PageDoc, context: RenderContext): Standing[] {
  return doc.root.flatMap((id) => {
    const block = Object.hasOwn(doc.blocks, id) ? doc.blocks[id] : undefined
    if (!block || !shown(block, context.now)) return []
    const bound = blockType(block.type, block.v)?.bind(block.fields)
    return bound?.ok ? [{ id, bound: bound.value }] : []
  })
}

const keyOf = ({ operation, variables }: BlockQuery): string =>
  `${operation}:${canonicalJson({ ...variables })}`

/** Most queries that one page asks; what goes beyond is shown as if it had no answer. */
export const mostQueries = 60

/** The queries of a page, each once. */
export function queriesOf(doc: PageDoc, context: RenderContext): PageQuery[] {
  const queries = new Map<string, PageQuery>()
  for (const { bound } of standing(doc, context))
    for (const query of Object.values(bound.query(context))) {
      const key = keyOf(query)
      if (queries.size < mostQueries) queries.set(key, { key, ...query })
    }
  return [...queries.values()]
}

/**
 * The blocks of a page as escaped HTML, for inside of `<main>`.
 * @param answers `data` of GraphQL by key of `queriesOf`; a missing one draws the block's empty state.
 */
export function renderPage(
  doc: PageDoc,
  answers: ReadonlyMap<string, Answer>,
  context: RenderContext,
): string {
  return standing(doc, context)
    .map(({ id, bound }) => bound.render(answersTo(bound, answers, context), context, id).toString())
    .join('\n')
}

/** True when what the address asks a block for does not exist. */
export function missesItsSubject(
  doc: PageDoc,
  answers: ReadonlyMap<string, Answer>,
  context: RenderContext,
): boolean {
  return standing(doc, context).some(({ bound }) =>
    bound.missing(answersTo(bound, answers, context), context),
  )
}

/** The answers to a block's own queries, by the names that it gave them. */
function answersTo(
  bound: BoundBlock,
  answers: ReadonlyMap<string, Answer>,
  context: RenderContext,
): Readonly<Record<string, Answer>> {
  const named = Object.entries(bound.query(context))
  return Object.fromEntries(named.map(([name, query]) => [name, answers.get(keyOf(query))]))
}

/** The page's words as plain text, for search. */
export function textOf(doc: PageDoc, context: RenderContext): string {
  return standing(doc, context)
    .map(({ bound }) => bound.text(context))
    .filter((text) => text !== '')
    .join('\n')
}

/** Title, description and telling parameters of the page: of what its address opens, else the document's own. */
export function headOf(
  doc: PageDoc,
  answers: ReadonlyMap<string, Answer>,
  context: RenderContext,
): BlockHead {
  for (const { bound } of standing(doc, context)) {
    const opened = bound.head(answersTo(bound, answers, context), context)
    if (opened !== null) return opened
  }
  const { title, description } = doc.meta
  return {
    title: textFor(title, context.locale)?.text ?? '',
    description: (description && textFor(description, context.locale)?.text) ?? '',
    parameters: {},
  }
}

/** What is wrong with the blocks of a document; unknown types and versions count, for publishing is stopped by them. */
export function blockFaults(doc: PageDoc): Fault[] {
  return Object.entries(doc.blocks).flatMap(([id, block]) => {
    const type = blockType(block.type, block.v)
    if (!type)
      return [
        {
          path: `blocks.${id}`,
          message: `is a ${block.type} of version ${block.v}, which is not known here`,
        },
      ]
    const bound = type.bind(block.fields)
    if (bound.ok) return []
    return bound.faults.map(({ path, message }) => ({ path: `blocks.${id}.fields.${path}`, message }))
  })
}
