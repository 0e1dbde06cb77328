/// <reference lib="dom" />
/** The components of GrapesJS, held to what is drawn: one for each block that has an element, one for each column of blocks. */
import type { Component, Editor } from 'grapesjs'
import { blockNodes } from '../../canvas/block-nodes.ts'
import { bind, blockComponent, release } from './block-type.ts'
import { openBoxes, type Box } from './boxes.ts'
import { fill } from './fill.ts'
import type { DrawnBlock, OpenPlace } from './messages.ts'
import { slotKey, slotOfKey, type Neighbours } from './places.ts'

export interface Mirror {
  /** Follows what was drawn. */
  follow(blocks: readonly DrawnBlock[]): void
  /** Shows the places that take what is dragged, the empty ones as boxes. None: nothing is dragged any more. */
  open(places: readonly OpenPlace[]): void
  /** The component of a block. */
  of(id: string): Component | undefined
  /** The block of a component; undefined for a column, for the page, and for one that is dragged over from elsewhere. */
  blockOf(component: Component): DrawnBlock | undefined
  /** Between which blocks a component stands now. */
  around(component: Component): Neighbours
  /** The page itself. */
  readonly root: Component
}

/** An element in which blocks stand; what two slots hold may stand in one. */
interface Column {
  /** The block around it. */
  readonly of: string
  readonly keys: Set<string>
}

/** `body`: of the document that is drawn into. */
export function openMirror(editor: Editor, body: HTMLElement): Mirror {
  const root = editor.getWrapper() as Component | undefined
  const Model = editor.Components.getType(blockComponent)?.model
  if (!root || !Model) throw new Error('GrapesJS has no page')
  const page = root
  let blocks: ReadonlyMap<string, DrawnBlock> = new Map()
  let components: ReadonlyMap<string, Component> = new Map()
  let columns: ReadonlyMap<Element, Component> = new Map()
  let bound: readonly Element[] = []
  let boxes: readonly Box[] = []
  let taking: ReadonlySet<string> = new Set()

  const keysOf = (component: Component): readonly string[] => component.get('slots') ?? []
  const takes = (_source: Component, target: Component): boolean =>
    keysOf(target).some((key) => taking.has(key))
  const made = (attributes: object): Component =>
    new Model({ type: blockComponent, ...attributes }, { ...page.opt, temporary: false })
  page.set({
    droppable: takes,
    slots: [slotKey({ parent: null, slot: 'root' })],
    badgable: false,
    highlightable: false,
  })

  /** Every component where the page has it, and none that the page has not. */
  function restore(): void {
    const drawn = [...blockNodes(body)].flatMap(([id, [element]]) => {
      const block = blocks.get(id)
      return block && element ? [{ id, element, block }] : []
    })
    const next = new Map(
      drawn.map(({ id, block: { name, movable } }) => {
        const component = components.get(id) ?? made({ block: id })
        component.set({ name, draggable: movable }, { silent: true })
        return [id, component]
      }),
    )
    const standing = columnsOf(drawn, boxes)
    const nextColumns = new Map(
      [...standing].map(([element, { of, keys }]) => {
        const component =
          columns.get(element) ?? made({ selectable: false, hoverable: false, badgable: false })
        component.set({ of, slots: [...keys], droppable: takes }, { silent: true })
        return [element, component]
      }),
    )
    const inside = new Map<Component, Component[]>()
    const put = (holder: Component, component: Component): void => {
      inside.set(holder, [...(inside.get(holder) ?? []), component])
    }
    for (const { id, element, block } of drawn) {
      const component = next.get(id)
      const column = element.parentElement && nextColumns.get(element.parentElement)
      if (component) put(block.parent === null ? page : (column ?? page), component)
    }
    for (const [element, component] of nextColumns)
      put(next.get(standing.get(element)?.of ?? '') ?? page, component)

    for (const element of bound) release(element)
    const elements = [
      [body, page] as const,
      ...drawn.flatMap(({ id, element }) => [[element, next.get(id) ?? page] as const]),
      ...nextColumns,
    ]
    for (const [element, component] of elements) bind(editor, component, element)
    bound = elements.map(([element]) => element)
    const former = [...components.values(), ...columns.values()]
    ;[components, columns] = [next, nextColumns]
    const kept = new Set([page, ...components.values(), ...columns.values()])
    for (const component of kept) fill(component, inside.get(component) ?? [])
    for (const component of former) if (!kept.has(component)) component.remove()
  }

  return {
    root: page,
    follow(drawn) {
      blocks = new Map(drawn.map((block) => [block.id, block]))
      restore()
    },
    open(places) {
      taking = new Set(places.map(slotKey))
      for (const { element } of boxes) element.remove()
      boxes = openBoxes(body, places)
      restore()
    },
    of: (id) => components.get(id),
    blockOf: (component) => blocks.get(String(component.get('block'))),
    around(component) {
      const holder = component.parent()
      const all = holder?.components().models ?? []
      const at = all.indexOf(component)
      const block = (one: Component): DrawnBlock | undefined => blocks.get(String(one.get('block')))
      const alone = slotOfKey(keysOf(holder ?? page)[0] ?? '')
      return {
        before: all
          .slice(0, at)
          .map(block)
          .findLast((one) => one !== undefined),
        after: all
          .slice(at + 1)
          .map(block)
          .find((one) => one !== undefined),
        alone,
      }
    },
  }
}

function columnsOf(
  drawn: readonly { readonly element: Element; readonly block: DrawnBlock }[],
  boxes: readonly Box[],
): ReadonlyMap<Element, Column> {
  const columns = new Map<Element, Column>()
  const add = (element: Element, of: string, key: string): void => {
    const column = columns.get(element) ?? { of, keys: new Set<string>() }
    column.keys.add(key)
    columns.set(element, column)
  }
  for (const { element, block } of drawn)
    if (block.parent !== null && element.parentElement)
      add(element.parentElement, block.parent, slotKey(block))
  for (const { element, of, key } of boxes) add(element, of, key)
  return columns
}
