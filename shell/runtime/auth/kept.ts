/** What a browser keeps of signing in: that there was a session, and what a sign-in under way comes back to; never a token. */

/** In the device: somebody signed in with this browser and has not signed out; not who. */
export const SIGNED_IN_HERE = 'shuxiang.signed-in-here'
/** In the tab: the place to come back to, as `place.ts` writes it. */
export const PLACE = 'shuxiang.place'
/** In the tab: whose sign-in it is, since the address that the provider leads back to is the same for both. */
export const SIGN_IN_OF = 'shuxiang.sign-in-of'

/** Storage may be forbidden; then nothing is kept. */
export function kept(window: Window, where: 'localStorage' | 'sessionStorage', key: string): string | null {
  try {
    return window[where].getItem(key)
  } catch {
    return null
  }
}
