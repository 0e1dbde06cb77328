/// <reference lib="dom" />
/** Whether the tour was taken or declined on this device. */
import { quietly } from '../quietly.ts'

const KEY = 'shuxiang.editor.tour'

/** A browser that keeps nothing is asked nothing: the question would come back each time. */
export function isTourSeen(): boolean {
  return quietly(() => localStorage.getItem(KEY) !== null) ?? true
}

export function tourIsSeen(): void {
  quietly(() => localStorage.setItem(KEY, 'seen'))
}
