/// <reference lib="dom" />
/** Whether the tour was taken or declined on this device. */

const KEY = 'shuxiang.editor.tour'

/** A browser that keeps nothing is asked nothing: the question would come back each time. */
export function isTourSeen(): boolean {
  try {
    return localStorage.getItem(KEY) !== null
  } catch {
    return true
  }
}

export function tourIsSeen(): void {
  try {
    localStorage.setItem(KEY, 'seen')
  } catch {
    // Then it is not offered either.
  }
}
