/** The picture in the place of the seal, for where the head of pages is drawn. */
import { computed, watch, type ComputedRef, type WatchSource } from 'vue'
import { logoOf } from '@shuxiang/site-blocks'
import type { Logo } from '@shuxiang/site-render'
import { ChosenFile } from '../operations.generated.ts'
import { useQueryNow } from '../use-query-now.ts'

/** Null where the seal stands, and while nobody knows. `turn`: changes when files are others. */
export function useLogo(
  id: () => string | null | undefined,
  turn: WatchSource = () => 0,
): ComputedRef<Logo | null> {
  const { data, retry } = useQueryNow(ChosenFile, () => {
    const logo = id()
    return logo ? { id: logo } : null
  })
  watch(turn, () => void retry())
  return computed(() => {
    const shown = data.value?.asset?.id === id() ? data.value?.asset?.shown : null
    return shown?.kind === 'PICTURE' ? logoOf(shown) : null
  })
}
