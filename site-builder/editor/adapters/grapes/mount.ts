/// <reference lib="dom" />
/**
 * Has GrapesJS work on a document that the shell serves, instead of one that it fills itself: it loads no sheet and no script
 * there and writes nothing into it, and the policy of that document lets nothing run.
 */
import type { Component, Editor } from 'grapesjs'

type FrameView = NonNullable<ReturnType<Editor['Canvas']['getFrame']>['view']>
/** Not in the types of 0.23: hears the events of the document, and makes the page a place to drop on. */
interface Mounting {
  _onRootMount(root: { readonly el: Node }): void
}

export interface Page {
  /** Address of the document. */
  readonly canvas: string
  readonly title: string
}

/** `opened` is given the document and says which component is the page; `ready`: it may be drawn into. */
export function mountOn(
  editor: Editor,
  { canvas, title }: Page,
  opened: (page: Document) => Component,
  ready: () => void,
): void {
  editor.on('frame:render', (view: FrameView) => {
    view.el.title = title
    view.el.onload = () => {
      const page = view.getDoc()
      // Every press is the editor's: links lead nowhere, forms send nothing.
      for (const event of ['click', 'submit'])
        page.addEventListener(event, (pressed) => pressed.preventDefault(), true)
      const root = opened(page)
      Object.assign(view, { wrapper: root.views[0] })
      // What it would put into the page is nothing, and what it adds beside it goes: the page is the editor's.
      ;(view as unknown as Mounting)._onRootMount({ el: page.createDocumentFragment() })
      page.body.replaceChildren()
      ready()
    }
    view.el.src = canvas
  })
  editor.render()
}
