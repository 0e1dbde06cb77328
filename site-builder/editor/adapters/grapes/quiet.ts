/// <reference lib="dom" />
/** GrapesJS with everything off that is ours: it knows where blocks are and where one may be dropped, and keeps nothing. */
import { escape } from '@shuxiang/site-render/markup'
import grapesjs, { type Editor } from 'grapesjs'

export function openQuietly(container: HTMLElement): Editor {
  const editor = grapesjs.init({
    container,
    autorender: false,
    height: '100%',
    width: '100%',
    // Not in the types of 0.23, and read all the same: without it every start is told to its makers.
    ...{ telemetry: false },
    log: false,
    components: '',
    noticeOnUnload: false,
    multipleSelection: false,
    showOffsets: false,
    showToolbar: false,
    avoidInlineStyle: true,
    // No sheet of another origin, no rules of its own, no markup that is read from a string.
    cssIcons: '',
    baseCss: '',
    protectedCss: '',
    canvasCss: '',
    parser: { optionsHtml: { preParser: () => '' } },
    canvas: {
      // Words of a page stand in it, and it is written as markup.
      customBadgeLabel: (component) => escape(component.getName()),
      allowExternalDrop: false,
      frameContent: '',
      frameStyle: '',
      scripts: [],
      styles: [],
    },
    storageManager: false,
    undoManager: { trackSelection: false },
    assetManager: { embedAsBase64: false, upload: false, custom: true },
    blockManager: { blocks: [], custom: true },
    styleManager: { sectors: [], custom: true },
    selectorManager: { custom: true },
    traitManager: { custom: true },
    layerManager: { custom: true },
    deviceManager: { devices: [] },
    panels: { defaults: [] },
    keymaps: { defaults: {} },
    richTextEditor: { custom: true },
    domComponents: { draggableComponents: false },
  })
  editor.UndoManager.stop()
  editor.Keymaps.removeAll()
  return editor
}
