/** Which results of a page stand on the shelf: asked once for the page, by whichever result comes first. */
import { computed, effectScope, onScopeDispose, shallowRef, watch, type Ref } from 'vue'
import type { Keeping } from '../keeping/kept.ts'
import { useKept, type Loaded } from '../keeping/use-kept.ts'

/** One question with those who wait for its answer. */
interface Page {
  /** Without an answer there is no button that could say what is. */
  readonly held: Loaded<ReadonlySet<string>>['value'] | undefined
  users: number
  end(): void
}

/** Buttons are apps of their own, so what they share stands here. */
const pages = new Map<string, Page>()

function open(keeping: Keeping, ids: readonly string[]): Page {
  // Of no one button: it ends with the last of them.
  const scope = effectScope(true)
  const kept = scope.run(() =>
    useKept(
      () => keeping,
      () => '',
      (from, signal) => from.held(ids, signal),
    ),
  )
  return { held: kept?.value, users: 0, end: () => scope.stop() }
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
  return computed(() => page.value?.held?.value)
}
