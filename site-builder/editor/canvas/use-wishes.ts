/** What somebody wants who drags on the page becomes edits here, or nothing, and is said. */
import { useMessages, usePortal } from '@shuxiang/sdk'
import { slotOf, type Place } from '@shuxiang/site-model'
import type { OpenPlace } from '../adapters/grapes/messages.ts'
import { useDesk } from '../desk/desk-store.ts'
import { useDraft } from '../desk/draft-store.ts'
import { isLocked, neighbourOf } from '../draft/presses.ts'
import { letGo, placesTaking, type Dragged } from '../draft/wishes.ts'
import { calledIn } from '../outline/name-of.ts'

export interface Wishes {
  /** Where it may be let go. */
  placesFor(dragged: Dragged): readonly OpenPlace[]
  /** The block that is there now; null when it may not be, and then nothing has changed. */
  put(dragged: Dragged, to: Place): string | null
  remove(id: string): void
  refuse(): void
}

export function useWishes(): Wishes {
  const { t, locale } = useMessages()
  const portal = usePortal()
  const store = useDraft()
  const desk = useDesk()
  const refuse = (): null => {
    portal.announce(t('canvas.refused'))
    return null
  }

  return {
    refuse,
    placesFor: (dragged) => (store.doc ? placesTaking(store.doc, dragged, locale) : []),
    put(dragged, to) {
      const edit = store.doc && letGo(store.doc, dragged, to)
      if (!edit || !store.change(edit.ops, { block: edit.id })) return refuse()
      desk.choose(edit.id, desk.pane)
      const { doc } = store
      if ('type' in dragged) portal.announce(t('outline.added', { name: dragged.type.label[locale] }))
      else if ('pattern' in dragged)
        portal.announce(t('outline.added', { name: dragged.pattern.words[locale] }))
      else if (doc) {
        const name = calledIn(doc, edit.id, desk.language)
        const all = (slotOf(doc, to.parent, to.slot) ?? []).length
        portal.announce(t('outline.moved', { name, n: to.index + 1, all }))
      }
      return edit.id
    },
    remove(id) {
      const { doc } = store
      if (!doc || isLocked(doc, id) || !store.change([{ op: 'remove', id }])) return void refuse()
      desk.choose(neighbourOf(doc, id), desk.pane)
      portal.announce(t('outline.removed', { name: calledIn(doc, id, desk.language) }))
    },
  }
}
