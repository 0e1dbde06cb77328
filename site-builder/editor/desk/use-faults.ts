/** What is wrong with the page on the desk, worked out once for all who show it. */
import { computed, type ComputedRef } from 'vue'
import { useDraft } from './draft-store.ts'
import { faultsOfPage, type FieldFault } from './faults.ts'

let kept: { readonly doc: object; readonly faults: readonly FieldFault[] } | null = null

export function useFaults(): ComputedRef<readonly FieldFault[]> {
  const store = useDraft()
  return computed(() => {
    const { doc } = store
    if (!doc) return []
    if (kept?.doc !== doc) kept = { doc, faults: faultsOfPage(doc) }
    return kept.faults
  })
}
