/** Which results of a page stand on the shelf: asked once for the page, by whichever result comes first. */
import { computed, onScopeDispose, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import type { Keeping } from '../keeping/kept.ts'

/** One question with those who wait for its answer. */
interface Page {
  /** Undefined before the first answer. */
  readonly held: ShallowRef<ReadonlySet<string> | undefined>
  users: number
  end(): void
}

/** Buttons are apps of their own, so what they share stands here. */
const pages = new Map<string, Page>()

function open(keeping: Keeping, ids: readonly string[]): Page {
  const held = shallowRef<ReadonlySet<string>>()
  const ending = new AbortController()
  const ask = async (): Promise<void> => {
    try {
      const answer = await keeping.held(ids, ending.signal)
      if (!ending.signal.aborted) held.value = answer
    } catch {
      // Without an answer there is no button that could say what is.
    }
  }
  const unfollow = keeping.follow(() => void ask())
  void ask()
  return {
    held,
    users: 0,
    end() {
      ending.abort()
      unfollow()
    },
  }
}

/** Undefined until it is known. `reader` tells people at one device apart. */
export function useHeld(
  keeping: Readonly<Ref<Keeping | null>>,
  ids: () => readonly string[],
  reader: () => string | null,
): Readonly<Ref<ReadonlySet<string> | undefined>> {
  const page = shallowRef<Page | null>(null)
  let leave = (): void => {}
  watch(
    [keeping, () => ids().join(' ')],
    ([present]) => {
      leave()
      if (!present) return
      const key = JSON.stringify([present.where, reader(), ids()])
      const shared = pages.get(key) ?? open(present, ids())
      pages.set(key, shared)
      shared.users++
      page.value = shared
      leave = () => {
        leave = () => {}
        page.value = null
        if (--shared.users > 0) return
        shared.end()
        if (pages.get(key) === shared) pages.delete(key)
      }
    },
    { immediate: true },
  )
  onScopeDispose(() => leave())
  return computed(() => page.value?.held.value)
}
