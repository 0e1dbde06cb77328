/** A page that is edited, from its opening until all of it is stored: its draft is its own, whatever is on the desk meanwhile. */
import type { Gql } from '@shuxiang/sdk'
import { parsePageText } from '@shuxiang/site-model'
import { acknowledged, rebased, sending, withoutRefused, type Draft } from '../draft/draft.ts'
import { EditedPage } from '../operations.generated.ts'
import type { Journal } from './journal.ts'
import { startSaving, type Saving, type SavingState } from './saving.ts'
import { sendEdits, type SavedPage } from './send.ts'

export interface KeptPage {
  readonly id: string
  readonly saving: Saving
  draft(): Draft
  change(next: (draft: Draft) => Draft): void
  /** A clash was looked at: the store is told with what goes next. */
  look(clash: string): void
}

export interface KeepOptions {
  readonly id: string
  readonly draft: Draft
  readonly gql: Gql
  readonly journal: Journal | null
  /** Name under which the device keeps it; null: it does not. */
  readonly key: string | null
  changed(draft: Draft): void
  /** The page as it is in the store now. */
  stored(page: SavedPage): void
  told(state: SavingState, why: string): void
  /** It is closed, and all that could be sent and kept is. */
  left(): void
}

export function keepPage(options: KeepOptions): KeptPage {
  const { id, gql, journal, key, changed, stored, told, left } = options
  let draft = options.draft
  let why = ''
  const looked = new Set<string>()
  const change = (next: (draft: Draft) => Draft): void => {
    draft = next(draft)
    changed(draft)
  }

  const saving = startSaving({
    draft: {
      take() {
        change(sending)
        return { rev: draft.rev, ops: draft.pending, known: draft.known, looked: [...looked] }
      },
      stored(sent, page) {
        for (const clash of sent.looked) looked.delete(clash)
        change((now) => acknowledged(now, sent.ops.length, page))
      },
      withoutRefused: () => change(withoutRefused),
      async renew() {
        const answer = await gql(EditedPage, { page: id }).catch(() => null)
        const now = answer?.data?.editedPage
        const parsed = now && parsePageText(now.document)
        if (!now || !parsed?.ok) return false
        change((before) => rebased(before, before.known, { rev: now.rev, doc: parsed.value }))
        return true
      },
      refused(reason) {
        why = reason
      },
      async keep() {
        if (key !== null) await journal?.write(key, draft)
      },
    },
    send: (sending) => sendEdits(gql, id, sending, stored),
    told(state) {
      told(state, state === 'refused' ? why : '')
    },
    timers: {
      set: (after, run) => setTimeout(run, after),
      clear: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
    },
  })

  return {
    id,
    saving: { ...saving, close: () => saving.close().finally(left) },
    draft: () => draft,
    change,
    look: (clash) => void looked.add(clash),
  }
}
