/** What somebody wants who drags on the page becomes edits here, or nothing, and is said. */
import { useMessages, usePortal } from '@shuxiang/sdk'
import { blockOf, placeOf, slotOf, type Place } from '@shuxiang/site-model'
import type { OpenPlace } from '../adapters/grapes/messages.ts'
import { useDesk } from '../desk/desk-store.ts'
import { useDraft } from '../desk/draft-store.ts'
import { isLocked } from '../draft/presses.ts'
import { letGo, placesTaking, type Dragged } from '../draft/wishes.ts'
import { nameOf } from '../outline/name-of.ts'

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
  const called = (id: string): string => {
    const block = store.doc && blockOf(store.doc, id)
    const { own, type } = block ? nameOf(block, desk.language) : { own: '', type: '' }
    return own || type
  }
  const refuse = (): null => {
    portal.announce(t('canvas.refused'))
    return null
  }

  return {
    refuse,
    placesFor: (dragged) => (store.doc ? placesTaking(store.doc, dragged, locale) : []),
    put(dragged, to) {
      const edit = store.doc && letGo(store.doc, dragged, to)
      if (!edit || !store.change([edit.op], { block: edit.id })) return refuse()
      desk.choose(edit.id, desk.pane)
      const all = store.doc ? (slotOf(store.doc, to.parent, to.slot) ?? []).length : 0
      if ('type' in dragged) portal.announce(t('outline.added', { name: dragged.type.label[locale] }))
      else portal.announce(t('outline.moved', { name: called(edit.id), n: to.index + 1, all }))
      return edit.id
    },
    remove(id) {
      const { doc } = store
      const at = doc && placeOf(doc, id)
      if (!doc || !at || isLocked(doc, id)) return void refuse()
      const name = called(id)
      const ids = slotOf(doc, at.parent, at.slot) ?? []
      if (!store.change([{ op: 'remove', id }])) return void refuse()
      desk.choose(ids[at.index + 1] ?? ids[at.index - 1] ?? at.parent, desk.pane)
      portal.announce(t('outline.removed', { name }))
    },
  }
}
