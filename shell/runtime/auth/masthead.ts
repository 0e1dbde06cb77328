/** Who is signed in, in the masthead: in the place of the link that the server wrote there. */
import type { Session } from '@shuxiang/sdk/contract'

/** The words come with the page; the browser fills in who it is. `card` is shown beside the name. Gives what may be said of it. */
export function createAccountPanel(document: Document, signOut: () => void) {
  const place = document.querySelector('[data-account]')
  const link = place?.firstElementChild ?? null
  const template = document.getElementById('account')
  return ({ status, name }: Session, card: string | null): string => {
    if (place === null || link === null || !(template instanceof HTMLTemplateElement)) return ''
    if (status !== 'signed-in') {
      place.replaceChildren(link)
      return ''
    }
    const panel = document.importNode(template.content, true)
    const shown = name ?? card ?? ''
    for (const at of panel.querySelectorAll('[data-name]')) at.textContent = shown
    for (const at of panel.querySelectorAll('[data-card]')) at.textContent = card
    panel.querySelector('summary')?.setAttribute('title', shown)
    panel.querySelector('[data-sign-out]')?.addEventListener('click', signOut)
    const focused = place.contains(document.activeElement)
    place.replaceChildren(panel)
    if (focused) place.querySelector('summary')?.focus()
    return `${place.querySelector<HTMLElement>('[data-said]')?.dataset['said'] ?? ''}${shown}`
  }
}
