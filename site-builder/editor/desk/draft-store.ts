/** The page on the desk: its draft, how it is saved, and everything that changes it. */
import type { Gql } from '@shuxiang/sdk'
import { parsePageText, type Op, type PageDoc } from '@shuxiang/site-model'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import {
  edit,
  openDraft,
  rebased,
  redo as redone,
  resumed,
  undo as undone,
  unfitSeen,
  type Draft,
} from '../draft/draft.ts'
import { newId } from '../draft/new-id.ts'
import { EditedPage, type EditedPageData } from '../operations.generated.ts'
import type { Journal } from '../saving/journal.ts'
import { keepPage, type KeptPage } from '../saving/kept-page.ts'
import { lookThrough, takePlace } from '../saving/place.ts'
import type { SavingState } from '../saving/saving.ts'
import { faultsOfChange, faultsOfPage, type FieldFault } from './faults.ts'

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
  /** Translations whose source was changed since, as the store has them. */
  const outdated = shallowRef<Stored['outdated']>([])
  const trouble = ref<DeskTrouble | null>(null)
  const state = ref<SavingState>('saved')
  /** Why the store takes nothing, as a key below `refused.`. */
  const refusal = ref('')
  /** Why the last press changed nothing: what it would have made could not be drawn. */
  const rejected = shallowRef<readonly FieldFault[]>([])
  /** The page that is on the desk: what comes back for another one is none of the desk's business. */
  let here: KeptPage | null = null
  let ports: DeskPorts | null = null
  let opening = 0

  const doc = computed(() => draft.value?.doc ?? null)
  /** What still keeps the page from being published. */
  const faults = computed(() => (doc.value === null ? [] : faultsOfPage(doc.value)))

  async function open(id: string, given: DeskPorts): Promise<void> {
    close()
    ports = given
    opening += 1
    const turn = opening
    const place = await takePlace(id, navigator.locks)
    const [kept, answer] = await Promise.all([
      (place.key === null ? null : given.journal?.read(place.key).catch(() => null)) ?? null,
      given.gql(EditedPage, { page: id }).catch(() => null),
    ])
    if (turn !== opening) return place.leave()
    const stored = answer?.data?.editedPage ?? null
    const parsed = stored && parsePageText(stored.document)
    const began = beginningOf(kept, stored, parsed?.ok ? openDraft(stored?.rev ?? 0, parsed.value) : null)
    if (!began) {
      place.leave()
      trouble.value = troubleOf(answer, parsed !== null)
      return
    }
    if (stored) tell(stored)
    here = keptPage(id, began, place.key, place.leave)
    if (began.pending.length > 0) void here.saving.flush()
    await sendLeft(id, given)
  }

  /** What was not stored when the page was left last goes on from there: the store puts it together with what others did. */
  function beginningOf(kept: Draft | null, stored: Stored | null, fresh: Draft | null): Draft | null {
    if (kept && (kept.pending.length > 0 || !stored)) return resumed(kept)
    if (!fresh || !kept) return fresh
    return resumed({ ...fresh, undo: kept.undo, redo: kept.redo, unfit: kept.unfit })
  }

  function troubleOf(
    answer: { readonly errors: readonly { readonly code: string }[] } | null,
    unreadable: boolean,
  ): DeskTrouble {
    if (unreadable) return 'unreadable'
    if (answer === null) return 'away'
    if (answer.errors.length === 0) return 'gone'
    return answer.errors.some(({ code }) => code === 'FORBIDDEN') ? 'forbidden' : 'away'
  }

  function keptPage(id: string, began: Draft, key: string | null, left: () => void): KeptPage {
    if (!ports) throw new Error('The desk has no surroundings.')
    const { gql, journal } = ports
    const own: KeptPage = keepPage({
      ...{ id, gql, journal, key, left },
      draft: began,
      changed(now) {
        if (own === here) draft.value = now
      },
      stored(now) {
        if (own === here) tell(now)
      },
      told(now, why) {
        if (own !== here) return
        state.value = now
        refusal.value = why
      },
    })
    here = own
    draft.value = own.draft()
    return own
  }

  /** What tabs left on this device that are gone is sent, or shown where the store does not take it. */
  async function sendLeft(id: string, { gql, journal }: DeskPorts): Promise<void> {
    if (!journal) return
    await lookThrough(id, navigator.locks, async (key) => {
      const left = await journal.read(key).catch(() => null)
      if (!left || left.pending.length + left.unfit.length === 0) return
      const nothing = (): void => {}
      const own = keepPage({
        ...{ id, gql, journal, key, draft: left },
        ...{ left: nothing, changed: nothing, stored: nothing, told: nothing },
      })
      await own.saving.flush()
      const { unfit } = own.draft()
      if (unfit.length > 0 && here?.id === id) {
        here.change((now) => ({ ...now, unfit: [...now.unfit, ...unfit] }))
        here.saving.edited()
        // On the device under this tab's name first: who is killed in between has it twice, not never.
        await here.saving.flush()
        own.change(unfitSeen)
      }
      await own.saving.close()
    }).catch(() => {})
    await renew()
  }

  function tell(stored: Omit<Stored, 'site' | 'path'> & { readonly path?: string }): void {
    const { id, state, changedAt, changedBy, path = page.value?.path ?? '' } = stored
    page.value = { id, path, state, changedAt, changedBy }
    clashes.value = stored.clashes
    outdated.value = stored.outdated
  }

  /** Leaves the page; what is not stored yet is sent, and is on the device. */
  function close(): void {
    opening += 1
    void here?.saving.close()
    here = null
    draft.value = null
    page.value = null
    clashes.value = []
    outdated.value = []
    trouble.value = null
    state.value = 'saved'
    refusal.value = ''
    rejected.value = []
  }

  /** The page as it is stored now, where nothing of it waits here and `may` takes what it is then. */
  async function renew(may: (next: PageDoc) => boolean = () => true): Promise<void> {
    const own = here
    if (!own || !ports || own.draft().pending.length > 0) return
    const answer = await ports.gql(EditedPage, { page: own.id }).catch(() => null)
    const stored = answer?.data?.editedPage
    const parsed = stored && parsePageText(stored.document)
    if (own !== here || !stored || !parsed?.ok || stored.rev <= own.draft().rev) return
    if (own.draft().pending.length > 0 || !may(parsed.value)) return
    tell(stored)
    own.change((now) => rebased(now, 0, { rev: stored.rev, doc: parsed.value }))
  }

  /** Edits that belong together; false when they do not fit, and then nothing has changed. */
  function change(
    ops: readonly Op[],
    how: { readonly joins?: string; readonly block?: string } = {},
  ): boolean {
    if (!here) return false
    const before = here.draft()
    const done = edit(before, ops, { newId, now: Date.now(), ...how })
    if (!done.ok) return false
    rejected.value = faultsOfChange(before.doc, done.draft.doc)
    if (rejected.value.length > 0) return false
    here.change(() => done.draft)
    here.saving.edited()
    return true
  }

  /** Block that has changed, to be shown; null where it was none. */
  function turn(way: typeof undone): string | null {
    const turned = here && way(here.draft(), newId)
    if (!here || !turned) return null
    here.change(() => turned.draft)
    here.saving.edited()
    return turned.block
  }

  function seen(): void {
    here?.change(unfitSeen)
    here?.saving.edited()
  }

  /** Somebody has looked at a clash; what they chose was an edit before. False: the store does not know it yet. */
  async function looked(id: string): Promise<boolean> {
    const own = here
    if (!own) return false
    own.look(id)
    await own.saving.flush()
    return own === here && !clashes.value.some((clash) => clash.id === id)
  }

  return {
    draft,
    doc,
    page,
    clashes,
    outdated,
    trouble,
    state,
    refusal,
    rejected,
    faults,
    open,
    close,
    renew,
    change,
    undo: () => turn(undone),
    redo: () => turn(redone),
    seen,
    looked,
    flush: () => here?.saving.flush() ?? Promise.resolve(),
  }
})
