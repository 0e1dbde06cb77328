/** Texts of the model as documents of the writing surface, and back. Pure. */
import type { Mark, RichNode, RichText, Run } from '@shuxiang/site-model'

/** A node as the surface writes it. */
export interface SurfaceNode {
  readonly type?: string | undefined
  readonly attrs?: Readonly<Record<string, unknown>> | undefined
  readonly content?: readonly SurfaceNode[] | undefined
  readonly text?: string | undefined
  readonly marks?: readonly SurfaceMark[] | undefined
}

interface SurfaceMark {
  readonly type: string
  readonly attrs?: Readonly<Record<string, unknown>> | undefined
}

/** Bounds of the model. */
const longestRun = 5_000
const mostRuns = 500
const mostItems = 200
export const mostNodes = 500

function toMark(mark: Mark): SurfaceMark {
  if (mark.type === 'link') return { type: 'link', attrs: { to: mark.to } }
  if (mark.type === 'language') return { type: 'language', attrs: { tag: mark.tag } }
  return { type: mark.type }
}

const toRuns = (runs: readonly Run[]): SurfaceNode[] =>
  runs
    .filter(({ text }) => text !== '')
    .map(({ text, marks = [] }) => ({
      type: 'text',
      text,
      ...(marks.length > 0 ? { marks: marks.map(toMark) } : {}),
    }))

export function toNode(node: RichNode): SurfaceNode {
  switch (node.type) {
    case 'list':
      return {
        type: 'list',
        attrs: { ordered: node.ordered },
        content: (node.items.length > 0 ? node.items : [[]]).map((item) => ({
          type: 'item',
          content: toRuns(item),
        })),
      }
    case 'heading':
      return { type: 'heading', attrs: { level: node.level }, content: toRuns(node.runs) }
    default:
      return { type: node.type, content: toRuns(node.runs) }
  }
}

/** The whole document; an empty text has one empty paragraph to write in. */
export function toSurface(text: RichText): SurfaceNode {
  const content = text.map(toNode)
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] }
}

function fromMark({ type, attrs }: SurfaceMark): Mark[] {
  if (type === 'strong' || type === 'emphasis') return [{ type }]
  if (type === 'link' && typeof attrs?.['to'] === 'string') return [{ type, to: attrs['to'] }]
  if (type === 'language' && typeof attrs?.['tag'] === 'string') return [{ type, tag: attrs['tag'] }]
  return []
}

const fromRuns = (nodes: readonly SurfaceNode[] = []): Run[] =>
  nodes
    .flatMap(({ text = '', marks = [] }): Run[] => {
      const known = marks.flatMap(fromMark).slice(0, 4)
      const pieces = text.match(new RegExp(`[^]{1,${longestRun}}`, 'g')) ?? []
      return pieces.map((piece) => ({ text: piece, ...(known.length > 0 ? { marks: known } : {}) }))
    })
    .slice(0, mostRuns)

function fromNode({ type, attrs, content }: SurfaceNode): RichNode[] {
  switch (type) {
    case 'list': {
      // One that is longer than the model's goes on in another, so that nothing is cut.
      const items = (content ?? []).map((item) => fromRuns(item.content))
      const lists = Math.max(1, Math.ceil(items.length / mostItems))
      return Array.from({ length: lists }, (_, n) => ({
        type,
        ordered: attrs?.['ordered'] === true,
        items: items.slice(n * mostItems, (n + 1) * mostItems),
      }))
    }
    case 'heading':
      return [{ type, level: attrs?.['level'] === 3 ? 3 : 2, runs: fromRuns(content) }]
    case 'paragraph':
    case 'quote':
      return [{ type, runs: fromRuns(content) }]
    default:
      return []
  }
}

/** What stands on the surface; a surface on which nothing is written is an empty text. */
export function fromSurface({ content = [] }: SurfaceNode): RichText {
  const nodes = content.flatMap(fromNode).slice(0, mostNodes)
  const [first] = nodes
  const blank = nodes.length === 1 && first?.type === 'paragraph' && first.runs.length === 0
  return blank ? [] : nodes
}
