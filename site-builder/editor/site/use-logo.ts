/** The picture in the place of the seal, for where the head of pages is drawn. */
import { computed, type ComputedRef } from 'vue'
import { useQuery } from '@shuxiang/sdk'
import { logoOf } from '@shuxiang/site-blocks'
import type { Logo } from '@shuxiang/site-render'
import { ChosenFile } from '../operations.generated.ts'

/** Null where the seal stands, and while nobody knows. */
export function useLogo(id: () => string | null | undefined): ComputedRef<Logo | null> {
  const { data } = useQuery(ChosenFile, () => {
    const logo = id()
    return logo ? { id: logo } : null
  })
  return computed(() => {
    const shown = data.value?.asset?.id === id() ? data.value?.asset?.shown : null
    return shown?.kind === 'PICTURE' ? logoOf(shown) : null
  })
}
