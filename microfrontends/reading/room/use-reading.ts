/** What this device keeps of a reader's reading, for components, kept true while they stand. */
import { usePortal, useSession } from '@shuxiang/sdk'
import {
  keepsReading,
  onReading,
  readingOf,
  wantsSuggestions,
  type ReadingHistory,
} from '@shuxiang/sdk/reading-history'
import { onMounted, onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'

export interface Reading {
  readonly history: ReadingHistory
  /** Null: the browser keeps nothing for the site. */
  readonly keeps: boolean | null
  readonly suggests: boolean
}

/** Null until it is known who reads: a server knows neither that nor what a device keeps. */
export function useReading(): Readonly<ShallowRef<Reading | null>> {
  const session = useSession()
  const { signal } = usePortal()
  const reading = shallowRef<Reading | null>(null)
  function look(): void {
    const { status, reader } = session.value
    if (status === 'unknown' || signal.aborted) return
    reading.value = {
      history: readingOf(window, reader),
      keeps: keepsReading(window),
      suggests: wantsSuggestions(window),
    }
  }
  let end = (): void => {}
  onMounted(() => {
    watch(session, look, { immediate: true })
    end = onReading(window, look)
  })
  onScopeDispose(() => end())
  return reading
}
