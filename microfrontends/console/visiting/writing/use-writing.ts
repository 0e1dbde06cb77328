/**
 * One thing that is written and saved whole: typed, kept in the tab, checked, sent with the rev that was seen. When
 * somebody else has changed it meanwhile, both are shown and the person chooses.
 */
import { computed, onScopeDispose, ref, shallowRef, watch, type ComputedRef, type Ref } from 'vue'
import type { GqlResult } from '@shuxiang/sdk'
import { refusalOf } from '../../doing/refusal.ts'
import { forgetTyped, keepTyped, readTyped, type Typed } from './typed.ts'

/** Ids of fields, each with the key below `wrong.` of what is wrong with it, in the order in which they stand. */
export type Faults = Readonly<Record<string, string>>

/** One thing that a form says, in words. */
export interface Said {
  readonly label: string
  readonly text: string
}

/** What differs between two that have changed the same. */
export interface Difference {
  readonly label: string
  readonly theirs: string
  readonly mine: string
}

export interface WritingOptions<Form> {
  /** Names it among what the tab keeps: the same when the page comes back. */
  readonly name: string
  /** User name of who writes. */
  readonly by: string
  /** As it is kept now. */
  readonly stored: Typed<Form>
  check(form: Form): Faults
  save(typed: Typed<Form>): Promise<GqlResult<unknown>>
  /** What is kept by now of what the form changes, when it has changed meanwhile; null where it cannot be had. */
  look(form: Form): Promise<Typed<Form> | null>
  saved(form: Form): void
  /** Everything that the form says. */
  told(form: Form): readonly Said[]
}

/** What the frame of the form shows. */
export interface WritingState {
  readonly busy: boolean
  /** Key below `refused.`; empty when nothing was refused. */
  readonly refused: string
  readonly faults: Faults
  /** What was typed before the page was left has come back. */
  readonly cameBack: boolean
  /** Null unless somebody else has changed it meanwhile. */
  readonly differences: readonly Difference[] | null
}

export interface Writing<Form> {
  readonly form: Ref<Form>
  readonly state: ComputedRef<WritingState>
  submit(): Promise<void>
  /** What is kept takes the place of what is typed. */
  discard(): void
  takeTheirs(): void
  /** Overwrites what the other has written. */
  keepMine(): Promise<void>
}

export function useWriting<Form>(options: WritingOptions<Form>): Writing<Form> {
  const { name, by, check, save, look, saved, told } = options
  const copy = (form: Form): Form => JSON.parse(JSON.stringify(form)) as Form
  const same = (one: Form, other: Form): boolean => JSON.stringify(one) === JSON.stringify(other)
  const stored = shallowRef(options.stored)
  const before = readTyped(window, name, by, stored.value.form)
  const kept = before && !same(before.form, stored.value.form) ? before : null

  const form = ref(copy((kept ?? stored.value).form)) as Ref<Form>
  let seen = (kept ?? stored.value).rev
  const cameBack = ref(kept !== null)
  const theirs = shallowRef(kept && kept.rev !== stored.value.rev ? stored.value : null)
  const busy = ref(false)
  const refused = ref('')
  const faults = shallowRef<Faults>({})

  let done = false
  const unwatch = watch(
    form,
    (now) => {
      if (done) return
      if (same(now, stored.value.form)) forgetTyped(window, name)
      else keepTyped(window, name, by, { form: now, rev: seen })
    },
    { deep: true, flush: 'sync' },
  )
  onScopeDispose(unwatch)

  async function send(): Promise<void> {
    if (busy.value) return
    busy.value = true
    refused.value = ''
    try {
      const [error] = (await save({ form: form.value, rev: seen })).errors
      if (error?.reason === 'changed') await meet()
      else if (error) refused.value = refusalOf(error)
      else {
        done = true
        forgetTyped(window, name)
        saved(form.value)
      }
    } catch {
      refused.value = 'no-answer'
    } finally {
      busy.value = false
    }
  }
  /** Somebody else was first. */
  async function meet(): Promise<void> {
    const now = await look(form.value)
    if (now) theirs.value = now
    else refused.value = 'no-answer'
  }
  function show({ form: shown, rev }: Typed<Form>): void {
    seen = rev
    form.value = copy(shown)
    theirs.value = null
    cameBack.value = false
    refused.value = ''
    faults.value = {}
  }
  const differences = computed(() => {
    if (!theirs.value) return null
    const own = told(form.value)
    const other = told(theirs.value.form)
    const text = (said: readonly Said[], label: string): string =>
      said.find((each) => each.label === label)?.text ?? ''
    return [...new Set([...other, ...own].map(({ label }) => label))]
      .map((label) => ({ label, theirs: text(other, label), mine: text(own, label) }))
      .filter((each) => each.theirs !== each.mine)
  })
  return {
    form,
    state: computed(() => ({
      busy: busy.value,
      refused: refused.value,
      faults: faults.value,
      cameBack: cameBack.value,
      differences: differences.value,
    })),
    async submit() {
      faults.value = check(form.value)
      if (Object.keys(faults.value).length === 0 && !theirs.value) await send()
    },
    discard() {
      show(stored.value)
    },
    takeTheirs() {
      if (!theirs.value) return
      stored.value = theirs.value
      show(theirs.value)
      forgetTyped(window, name)
    },
    async keepMine() {
      if (!theirs.value || busy.value) return
      stored.value = theirs.value
      seen = theirs.value.rev
      theirs.value = null
      faults.value = check(form.value)
      if (Object.keys(faults.value).length === 0) await send()
    },
  }
}
