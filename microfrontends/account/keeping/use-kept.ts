/** What is kept, asked for by a component and kept true while it stands. */
import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'

/** What tells of its changes. */
export interface Followed {
  follow(changed: () => void): () => void
}

export interface Loaded<T> {
  /** The newest answer; undefined before the first. */
  readonly value: Readonly<ShallowRef<T | undefined>>
  /** No answer came to the last question. */
  readonly failed: Readonly<ShallowRef<boolean>>
  readonly loading: Readonly<ShallowRef<boolean>>
  reload(): Promise<void>
}

/** Asks what is kept, and again after each change and when `key` changes. */
export function useKept<T, Kept extends Followed>(
  keeping: () => Kept | null,
  key: () => string,
  load: (keeping: Kept, signal: AbortSignal) => Promise<T>,
): Loaded<T> {
  const value = shallowRef<T>()
  const failed = shallowRef(false)
  const loading = shallowRef(false)
  let underWay: AbortController | null = null
  let unfollow = (): void => {}

  async function reload(): Promise<void> {
    underWay?.abort()
    const own = new AbortController()
    underWay = own
    const present = keeping()
    if (!present) return
    loading.value = true
    try {
      const answer = await load(present, own.signal)
      if (own.signal.aborted) return
      value.value = answer
      failed.value = false
    } catch {
      if (!own.signal.aborted) failed.value = true
    } finally {
      if (underWay === own) loading.value = false
    }
  }

  watch(
    [keeping, key],
    ([present], [former]) => {
      if (present !== former) {
        unfollow()
        unfollow = present?.follow(() => void reload()) ?? ((): void => {})
      }
      // What was shown is of another place.
      value.value = undefined
      void reload()
    },
    { flush: 'sync', immediate: true },
  )
  onScopeDispose(() => {
    underWay?.abort()
    unfollow()
  })
  return { value, failed, loading, reload }
}
