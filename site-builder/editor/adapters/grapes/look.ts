/// <reference lib="dom" />
/** What GrapesJS shows over the page, in our look: where something will stand, what the pointer is on. Its own sheet is not loaded. */
const rules = `
html, body { margin: 0; block-size: 100%; overflow: hidden }
.gjs-editor, .gjs-editor-cont, .gjs-cv-canvas, .gjs-cv-canvas__frames, .gjs-frame-wrapper, .gjs-frame, .gjs-cv-canvas__tools, #gjs-tools, .gjs-tools {
  position: absolute; inset: 0; inline-size: 100%; block-size: 100%; border: 0; outline: none; box-sizing: border-box;
}
.gjs-cv-canvas { overflow: hidden }
.gjs-cv-canvas__tools, #gjs-tools, .gjs-tools, .gjs-cv-canvas__spots { pointer-events: none; z-index: 1 }
.gjs-cv-canvas__spots { position: absolute }
.gjs-frame-wrapper__top, .gjs-frame-wrapper__left, .gjs-frame-wrapper__right, .gjs-frame-wrapper__bottom, .gjs-toolbar,
.gjs-resizer, .gjs-offset-v, .gjs-offset-fixed-v, .gjs-ghost, .gjs-rte-toolbar, .gjs-pn-panels, .gjs-mdl-container,
.gjs-traits-cs, .gjs-layers { display: none !important }
.gjs-highlighter { position: absolute; inline-size: 100%; block-size: 100%; outline: 2px solid Highlight; outline-offset: -2px; opacity: .6 }
.gjs-badge { position: absolute; display: none; padding: .1rem .5rem; background: Highlight; color: HighlightText; font: .8rem/1.5 system-ui }
.gjs-placeholder { position: absolute; z-index: 10; display: none; box-sizing: border-box }
.gjs-placeholder-int { inline-size: 100%; block-size: 100%; min-block-size: 4px; min-inline-size: 4px; background: Highlight; box-shadow: 0 0 0 1px Canvas }
[data-canvas-spot] { outline: 2px dashed Highlight; outline-offset: -2px }
`

export function look(document: Document): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(rules)
  document.adoptedStyleSheets = [sheet]
}
