/** Takes in what colleagues have saved, by the same draft that puts edits together; what is being written meanwhile waits for nothing. */
import { onMounted } from 'vue'
import { usePortal } from '@shuxiang/sdk'
import { useDesk } from '../desk/desk-store.ts'
import { useDraft } from '../desk/draft-store.ts'
import { fieldWithFocus, wouldDisturb } from './writing.ts'

/** Tells that the store has the page at a revision. Resolves to the name of whose change came; null where none did. */
export type TakeIn = (rev: number) => Promise<string | null>

export function useTakeIn(): TakeIn {
  const portal = usePortal()
  const store = useDraft()
  const desk = useDesk()
  /** An input method is putting characters together. */
  let composing = false
  /** What waits until nobody is writing where it would be seen. */
  let held = 0

  const takeIn: TakeIn = async (rev) => {
    const before = store.draft
    held = 0
    if (!before || rev <= before.rev) return null
    held = rev
    // What is on its way to the store comes back with it.
    if (before.pending.length > 0 || composing || store.rejected.length > 0) return null
    await store.renew((next) => {
      const panel =
        document.querySelector('.editor .translations') ?? document.querySelector('.editor .right')
      const field = fieldWithFocus(panel)
      // Where translations stand side by side each text says of which block it is.
      const row = field?.closest<HTMLElement>('[data-block]')?.dataset['block']
      const block = row === undefined ? desk.chosen : row || null
      return store.doc !== null && !composing && !wouldDisturb(field, store.doc, next, block)
    })
    if (!store.draft || store.draft.rev < rev) return null
    held = 0
    if (desk.chosen !== null && store.doc && !Object.hasOwn(store.doc.blocks, desk.chosen))
      desk.choose(null, desk.pane)
    return store.page?.changedBy ?? null
  }
  const again = (): void => {
    // The focus has not arrived where it goes yet.
    if (held > 0) setTimeout(() => void takeIn(held), 0)
  }
  onMounted(() => {
    const { signal } = portal
    document.addEventListener('compositionstart', () => (composing = true), { signal })
    document.addEventListener(
      'compositionend',
      () => {
        composing = false
        again()
      },
      { signal },
    )
    document.addEventListener('focusout', again, { signal })
  })
  return takeIn
}
