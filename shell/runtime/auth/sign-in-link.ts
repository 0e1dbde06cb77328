/** The masthead's link to sign in, which works by itself: here it also keeps what the reader typed. */
import { isPlainClick } from '@shuxiang/sdk/plain-click'

export interface SignInLinkOptions {
  readonly document: Document
  readonly signIn: () => void
  /** The reader looks at it: what signing in needs may be fetched. */
  readonly onIntent: () => void
}

/** Gives the way to tell where the link comes back to, when the reader has moved on. */
export function followSignInLink({
  document,
  signIn,
  onIntent,
}: SignInLinkOptions): (address: string) => void {
  const link = document.querySelector<HTMLAnchorElement>('[data-account] > a')
  if (!link) return () => {}
  link.addEventListener('click', (event) => {
    if (!isPlainClick(event)) return
    event.preventDefault()
    signIn()
  })
  for (const type of ['pointerover', 'focus']) link.addEventListener(type, onIntent, { once: true })
  return (address) => void (link.search = `?to=${encodeURIComponent(address)}`)
}
