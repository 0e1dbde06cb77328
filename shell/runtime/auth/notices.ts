/** Says above the page what a reader must know of signing in; words and buttons are templates of the page. */
import type { IdentityNotice } from './contract.ts'

export interface NoticeOptions {
  readonly document: Document
  readonly announce: (text: string) => void
}

/** Shows one notice at a time; null takes it away. A button in it does `retry`. */
export function createIdentityNotice({ document, announce }: NoticeOptions) {
  let shown: HTMLElement | null = null
  return (kind: IdentityNotice | null, retry?: () => void): void => {
    shown?.remove()
    shown = null
    const template = kind === null ? null : document.getElementById(`identity-${kind}`)
    if (!(template instanceof HTMLTemplateElement)) return
    const bar = document.createElement('div')
    bar.append(template.content.cloneNode(true))
    bar.querySelector('button')?.addEventListener('click', () => {
      bar.remove()
      retry?.()
    })
    document.getElementById('notices')?.append(bar)
    announce(bar.querySelector('span')?.textContent ?? '')
    shown = bar
  }
}
