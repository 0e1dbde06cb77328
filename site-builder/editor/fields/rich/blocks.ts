/** Commands of the toolbar that change whole paragraphs. */
import type { Editor } from '@tiptap/core'
import { Fragment, type Node as SurfaceNode, type Schema } from '@tiptap/pm/model'
import { Selection, TextSelection, type EditorState } from '@tiptap/pm/state'

/** What a paragraph can be. */
export type Kind = 'paragraph' | 'heading' | 'subheading' | 'quote' | 'bullets' | 'numbers'

interface Range {
  readonly from: number
  readonly to: number
  readonly nodes: readonly SurfaceNode[]
}

/** The topmost nodes that the selection touches. */
function touched({ doc, selection }: EditorState): Range {
  const from = selection.$from.before(1)
  const to = selection.$to.after(1)
  const nodes: SurfaceNode[] = []
  doc.nodesBetween(from, to, (node, _at, parent) => {
    if (parent === doc) nodes.push(node)
    return false
  })
  return { from, to, nodes }
}

/** What the first of them is. */
export function kindOf(state: EditorState): Kind {
  const [node] = touched(state).nodes
  if (node?.type.name === 'list') return node.attrs['ordered'] === true ? 'numbers' : 'bullets'
  if (node?.type.name === 'heading') return node.attrs['level'] === 3 ? 'subheading' : 'heading'
  return node?.type.name === 'quote' ? 'quote' : 'paragraph'
}

/** The texts of nodes, one after the other: of a list those of its items. */
function textsOf(nodes: readonly SurfaceNode[]): Fragment[] {
  return nodes.flatMap((node) => {
    if (node.type.name !== 'list') return [node.content]
    const items: Fragment[] = []
    node.forEach((item) => items.push(item.content))
    return items
  })
}

function made(schema: Schema, kind: Kind, texts: readonly Fragment[]): SurfaceNode[] {
  const node = (name: string, attrs: Record<string, unknown> | null, content: Fragment): SurfaceNode => {
    const type = schema.nodes[name]
    if (!type) throw new Error(`The surface knows no ${name}.`)
    return type.create(attrs, content)
  }
  if (kind === 'bullets' || kind === 'numbers') {
    const items = texts.map((text) => node('item', null, text))
    return [node('list', { ordered: kind === 'numbers' }, Fragment.from(items))]
  }
  const level = kind === 'subheading' ? 3 : 2
  const name = kind === 'subheading' ? 'heading' : kind
  return texts.map((text) => node(name, name === 'heading' ? { level } : null, text))
}

/** Makes the paragraphs of the selection that kind; pressed on what they are, paragraphs again. */
export function setKind(editor: Editor, kind: Kind): void {
  const { state, view } = editor
  const { from, to, nodes } = touched(state)
  const wanted = kindOf(state) === kind ? 'paragraph' : kind
  const next = made(state.schema, wanted, textsOf(nodes))
  const transaction = state.tr.replaceWith(from, to, next)
  const inside = Math.min(state.selection.from, transaction.doc.content.size)
  view.dispatch(transaction.setSelection(Selection.near(transaction.doc.resolve(inside))).scrollIntoView())
  view.focus()
}

/** Enter in an empty item, and Backspace at the beginning of one, end the list there. False: it is none of these. */
export function leaveList({ state, view }: Editor, press: 'enter' | 'backspace'): boolean {
  const { $from, empty } = state.selection
  if (!empty || $from.parent.type.name !== 'item') return false
  if (press === 'enter' ? $from.parent.content.size > 0 : $from.parentOffset > 0) return false
  const list = $from.node(1)
  const at = $from.index(1)
  const items: SurfaceNode[] = []
  list.forEach((item) => items.push(item))
  const part = (some: readonly SurfaceNode[]): SurfaceNode[] =>
    some.length > 0 ? [list.type.create(list.attrs, Fragment.from([...some]))] : []
  const [before, after] = [part(items.slice(0, at)), part(items.slice(at + 1))]
  const paragraph = made(state.schema, 'paragraph', [$from.parent.content])
  const start = $from.before(1)
  const transaction = state.tr.replaceWith(start, $from.after(1), [...before, ...paragraph, ...after])
  const place = start + before.reduce((size, node) => size + node.nodeSize, 0) + 1
  view.dispatch(transaction.setSelection(TextSelection.create(transaction.doc, place)).scrollIntoView())
  return true
}
