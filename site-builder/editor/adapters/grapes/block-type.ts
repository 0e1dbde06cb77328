/// <reference lib="dom" />
/**
 * A component is a block, or a column of blocks, and its view an element that stands in the page already. The view writes
 * nothing: not a class, not an attribute, not a child. So the page in the editor is the published one, whatever GrapesJS does.
 */
import grapesjs, { type Component, type ComponentView, type Editor } from 'grapesjs'

/** Name of the type. */
export const blockComponent = 'block'

/** What the base class would write into the element that it is given. */
const writing = [
  '_removeElement',
  'initClasses',
  'renderAttributes',
  'renderChildren',
  'reset',
  'setAttribute',
  'updateAttributes',
  'updateClasses',
  'updateContent',
  'updateHighlight',
  'updateScript',
  'updateStatus',
  'updateStyle',
]

export function addBlockType(editor: Editor): void {
  editor.Components.addType(blockComponent, {
    isComponent: () => undefined,
    model: {
      defaults: {
        name: '',
        // Which block; null for a column.
        block: null,
        draggable: false,
        droppable: false,
        editable: false,
        stylable: false,
        copyable: false,
        toolbar: [],
        traits: [],
      },
      toJSON(this: Component) {
        return { type: blockComponent, block: this.get('block') }
      },
      toHTML: () => '',
    },
    view: {
      ...Object.fromEntries(writing.map((name) => [name, () => {}])),
      render(this: ComponentView) {
        return this
      },
    },
  })
}

/** What GrapesJS notes at an element, under names of its own. */
interface Noted {
  __gjsv?: unknown
}

/** From now on the element is what the component looks like. */
export function bind(editor: Editor, component: Component, element: Element): void {
  const found: ComponentView | undefined = component.views[0]
  const frameView = editor.Canvas.getFrame().view
  const View = editor.Components.getType(blockComponent)?.view
  if (!View) return
  const view: ComponentView =
    found ??
    new View({
      el: element,
      model: component,
      config: { ...editor.Components.getConfig(), em: editor.getModel(), frameView },
    })
  if (view.el !== element) view.setElement(element as HTMLElement)
  grapesjs.$(element).data({ model: component, collection: component.components(), view })
  Object.assign(element, { __gjsv: view } satisfies Noted)
}

/** From now on the element is nobody's: it may be another block's when the page is drawn next. */
export function release(element: Element): void {
  const noted: Record<string, unknown> = grapesjs.$(element).data()
  for (const name of ['model', 'collection', 'view']) delete noted[name]
  delete (element as Noted).__gjsv
}
