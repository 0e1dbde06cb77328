/** The page on the desk: its draft, how it is saved, and everything that changes it. */
import type { Gql } from '@shuxiang/sdk'
import { parsePageText, type Op } from '@shuxiang/site-model'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import {
  acknowledged,
  edit,
  openDraft,
  redo as redone,
  sending,
  undo as undone,
  unfitSeen,
  type Draft,
} from '../draft/draft.ts'
import { newId } from '../draft/new-id.ts'
import { EditedPage, type EditedPageData } from '../operations.generated.ts'
import type { Journal } from '../saving/journal.ts'
import { lookThrough, takePlace, type TabPlace } from '../saving/place.ts'
import { startSaving, type Saving, type SavingState } from '../saving/saving.ts'
import { sendEdits } from '../saving/send.ts'
import { faultsOfChange, type FieldFault } from './faults.ts'

type Stored = NonNullable<EditedPageData['editedPage']>
export type PageClash = Stored['clashes'][number]

/** What the desk needs of its surroundings. */
export interface DeskPorts {
  readonly gql: Gql
  readonly journal: Journal | null
}

/** Why no page is on the desk. */
export type DeskTrouble = 'gone' | 'away' | 'unreadable' | 'forbidden'

export const useDraft = defineStore('editor/draft', () => {
  const draft = shallowRef<Draft | null>(null)
  const page = shallowRef<Pick<Stored, 'id' | 'path' | 'state' | 'changedAt' | 'changedBy'> | null>(null)
  const clashes = shallowRef<readonly PageClash[]>([])
  const trouble = ref<DeskTrouble | null>(null)
  const state = ref<SavingState>('saved')
  /** Why the store does not take the edits, in its word. */
  const refusal = ref('')
  /** Why the last press changed nothing: what it would have made could not be drawn. */
  const rejected = shallowRef<readonly FieldFault[]>([])
  let saving: Saving | null = null
  let ports: DeskPorts | null = null
  let place: TabPlace | null = null
  let opening = 0

  const doc = computed(() => draft.value?.doc ?? null)

  async function open(id: string, given: DeskPorts): Promise<void> {
    close()
    ports = given
    opening += 1
    const turn = opening
    const own = await takePlace(id, navigator.locks)
    await sendLeft(id, given)
    const [kept, answer] = await Promise.all([
      (own.key === null ? null : given.journal?.read(own.key).catch(() => null)) ?? null,
      given.gql(EditedPage, { page: id }).catch(() => null),
    ])
    if (turn !== opening) {
      own.leave()
      return
    }
    place = own
    const stored = answer?.data?.editedPage ?? null
    const parsed = stored && parsePageText(stored.document)
    if (stored === null && kept === null) {
      trouble.value =
        answer === null || answer.errors.length > 0
          ? answer?.errors.some(({ code }) => code === 'FORBIDDEN')
            ? 'forbidden'
            : 'away'
          : 'gone'
      return
    }
    if (parsed && !parsed.ok && kept === null) {
      trouble.value = 'unreadable'
      return
    }
    trouble.value = null
    if (stored) tell(stored)
    // What was not stored when the page was left last goes on from there: the store puts it together with what others did.
    if (kept && kept.pending.length > 0) draft.value = kept
    else if (parsed?.ok && stored) {
      const fresh = openDraft(stored.rev, parsed.value)
      draft.value = kept ? { ...fresh, undo: kept.undo, redo: kept.redo, unfit: kept.unfit } : fresh
    } else draft.value = kept
    begin(id, given)
    if (kept && kept.pending.length > 0) void saving?.flush()
  }

  /** What tabs left on this device that are gone: the store puts it together with the rest, and knows what it has already. */
  async function sendLeft(id: string, { gql, journal }: DeskPorts): Promise<void> {
    if (!journal) return
    const look = async (key: string): Promise<void> => {
      const left = await journal.read(key)
      if (!left || left.pending.length === 0) return
      const outcome = await sendEdits(gql, id, { rev: left.rev, ops: left.pending }, () => {})
      if (outcome.kind === 'stored') await journal.write(key, openDraft(outcome.page.rev, outcome.page.doc))
    }
    await lookThrough(id, navigator.locks, (key) => look(key).catch(() => {}))
  }

  function tell(stored: Omit<Stored, 'site' | 'path'> & { readonly path?: string }): void {
    const { id, state, changedAt, changedBy, path = page.value?.path ?? '' } = stored
    page.value = { id, path, state, changedAt, changedBy }
    clashes.value = stored.clashes
  }

  function begin(id: string, { gql, journal }: DeskPorts): void {
    const key = place?.key ?? null
    saving = startSaving({
      draft: {
        take() {
          if (draft.value) draft.value = sending(draft.value)
          return { rev: draft.value?.rev ?? 0, ops: draft.value?.pending ?? [] }
        },
        stored(count, now) {
          if (draft.value) draft.value = acknowledged(draft.value, count, now)
        },
        refused(words) {
          refusal.value = words
        },
        async keep() {
          if (draft.value && key !== null) await journal?.write(key, draft.value)
        },
      },
      send: (rev, ops) => sendEdits(gql, id, { rev, ops }, tell),
      told(now) {
        state.value = now
      },
      timers: {
        set: (after, run) => setTimeout(run, after),
        clear: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
      },
    })
  }

  /** Leaves the page; what is not stored yet is sent, and is on the device. */
  function close(): void {
    opening += 1
    if (draft.value && draft.value.pending.length > 0) void saving?.flush()
    saving?.close()
    saving = null
    place?.leave()
    place = null
    draft.value = null
    page.value = null
    clashes.value = []
    trouble.value = null
    state.value = 'saved'
    refusal.value = ''
    rejected.value = []
  }

  /** Edits that belong together; false when they do not fit, and then nothing has changed. */
  function change(
    ops: readonly Op[],
    how: { readonly joins?: string; readonly block?: string } = {},
  ): boolean {
    if (!draft.value) return false
    const done = edit(draft.value, ops, { newId, now: performance.now(), ...how })
    if (!done.ok) return false
    rejected.value = faultsOfChange(draft.value.doc, done.draft.doc)
    if (rejected.value.length > 0) return false
    draft.value = done.draft
    saving?.edited()
    return true
  }

  /** Block that has changed, to be shown; null where it was none. */
  function turn(way: typeof undone): string | null {
    const turned = draft.value && way(draft.value, newId)
    if (!turned) return null
    draft.value = turned.draft
    saving?.edited()
    return turned.block
  }

  /** Gives up what the store does not take; it is shown once more as what did not fit. */
  function giveUp(): void {
    if (!draft.value) return
    const { rev, stored, pending, unfit } = draft.value
    draft.value = { ...openDraft(rev, stored), unfit: [...unfit, ...pending.map(({ op }) => op)] }
    refusal.value = ''
    void saving?.flush()
  }

  function seen(): void {
    if (!draft.value) return
    draft.value = unfitSeen(draft.value)
    saving?.edited()
  }

  /** Somebody has looked at these clashes; what they chose was an edit before. */
  async function looked(ids: readonly string[]): Promise<boolean> {
    await saving?.flush()
    if (!draft.value || !page.value || !ports || draft.value.pending.length > 0) return false
    const { rev } = draft.value
    const outcome = await sendEdits(ports.gql, page.value.id, { rev, ops: [], looked: ids }, tell)
    if (outcome.kind !== 'stored' || !draft.value) return false
    draft.value = acknowledged(draft.value, 0, outcome.page)
    return true
  }

  return {
    draft,
    doc,
    page,
    clashes,
    trouble,
    state,
    refusal,
    rejected,
    open,
    close,
    change,
    undo: () => turn(undone),
    redo: () => turn(redone),
    giveUp,
    seen,
    looked,
    flush: () => saving?.flush() ?? Promise.resolve(),
  }
})
