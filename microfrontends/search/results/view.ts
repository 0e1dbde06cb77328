/** Results as a list or as covers: the address may say so, else the device remembers. */
export const VIEWS = ['list', 'covers'] as const
export type View = (typeof VIEWS)[number]

const KEPT_AS = 'shuxiang-results-view'

/** What an earlier visit chose. In the browser only, after the server's page was taken over. */
export function keptView(): View {
  try {
    return localStorage.getItem(KEPT_AS) === 'covers' ? 'covers' : 'list'
  } catch {
    return 'list'
  }
}

export function keepView(view: View): void {
  try {
    if (view === 'list') localStorage.removeItem(KEPT_AS)
    else localStorage.setItem(KEPT_AS, view)
  } catch {
    // Storage may be forbidden; then the address alone says it.
  }
}
