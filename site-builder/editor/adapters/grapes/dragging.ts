/// <reference lib="dom" />
/** Dragging on the page, and from the palette onto it. Where something may be let go is asked of the editor before it starts. */
import type { Component, Editor } from 'grapesjs'
import { blockComponent } from './block-type.ts'
import type { Intent, OpenPlace } from './messages.ts'
import type { Mirror } from './mirror.ts'
import { isSamePlace, standingBetween } from './places.ts'

/** Pixels after which a press is a drag. */
const slack = 5

export interface Dragging {
  /** Which places take the block that was lifted. */
  places(open: readonly OpenPlace[]): void
  /** A new block comes from the palette. */
  bring(open: readonly OpenPlace[]): void
  putDown(): void
}

export function openDragging(
  editor: Editor,
  page: Document,
  mirror: Mirror,
  say: (intent: Intent) => void,
): Dragging {
  /** The press that may become a drag, and the block that it is on. */
  let pressed: { readonly event: MouseEvent; readonly component: Component; readonly id: string } | null =
    null
  let lifted = false
  let escaped = false
  let dropped = false

  function press(event: MouseEvent): void {
    // Neither words nor pictures of the page are selected or dragged.
    event.preventDefault()
    page.defaultView?.focus()
    const component = componentAt(event.target)
    const block = component && mirror.blockOf(component)
    pressed = event.button === 0 && component && block?.movable ? { event, component, id: block.id } : null
  }
  function move({ clientX, clientY }: MouseEvent): void {
    if (!pressed || lifted) return
    const { event, id } = pressed
    if (Math.hypot(clientX - event.clientX, clientY - event.clientY) < slack) return
    lifted = true
    escaped = false
    say({ intent: 'lift', id })
  }
  function letGo(): void {
    pressed = null
    lifted = false
  }
  /** The component whose element is around a node. */
  function componentAt(target: EventTarget | null): Component | undefined {
    for (let node = target as Node | null; node; node = node.parentNode) {
      const view: { readonly model?: Component } | undefined = Reflect.get(node, '__gjsv')
      if (view?.model && view.model.get('selectable')) return view.model
    }
    return undefined
  }
  page.addEventListener('mousedown', press, true)
  page.addEventListener('mousemove', move, true)
  page.addEventListener('mouseup', letGo, true)
  page.addEventListener('dragstart', (event) => event.preventDefault(), true)
  page.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') escaped = true
  })

  /** Not in the midst of what GrapesJS still does with its components. */
  const soon = (then: () => void): void => void setTimeout(then)

  editor.on('component:drag:end', ({ target, cancelled }: { target?: Component; cancelled?: boolean }) => {
    const block = target && mirror.blockOf(target)
    const to = target && !cancelled ? standingBetween(mirror.around(target), block) : null
    letGo()
    soon(() => {
      mirror.open([])
      // No block: it was taken away by somebody else while it was dragged.
      if (!block || !to) return escaped ? undefined : say({ intent: 'refused' })
      if (!isSamePlace(block, to)) say({ intent: 'move', id: block.id, to })
    })
  })
  editor.on('canvas:drop', (_data, dropping) => {
    const [component] = [dropping].flat()
    if (!component) return
    dropped = true
    const to = standingBetween(mirror.around(component), undefined)
    soon(() => {
      component.remove()
      putDown()
      say({ intent: 'insert', to })
    })
  })
  editor.on('canvas:dragend', (event: Event | undefined) => {
    if (event?.type === 'drop' && !dropped) say({ intent: 'refused' })
  })

  function putDown(): void {
    editor.getModel().set('dragSource', undefined)
    mirror.open([])
  }
  return {
    places(open) {
      if (!pressed) return
      const { component, event } = pressed
      mirror.open(open)
      editor.runCommand('tlb-move', { target: [component], event })
    },
    bring(open) {
      dropped = false
      mirror.open(open)
      editor.getModel().set('dragSource', { content: { type: blockComponent, draggable: true } })
    },
    putDown,
  }
}
