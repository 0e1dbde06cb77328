/** Where a device keeps searches; apart, so that who only wants to know whether there are any loads nothing else. */
export const STORED_SEARCHES = 'shuxiang.saved-searches'

export function keepsSearches(window: Pick<Window, 'localStorage'>): boolean {
  try {
    return window.localStorage.getItem(STORED_SEARCHES) !== null
  } catch {
    return false
  }
}
