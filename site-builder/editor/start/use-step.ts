/** A step that is a form: kept on the device while it is typed, stored in the graph by "next". */
import { onScopeDispose, ref, watch, type Ref } from 'vue'
import type { GqlResult } from '@shuxiang/sdk'
import { refusalOf } from './refusal.ts'
import { useStart } from './start-context.ts'
import { usePress } from './use-press.ts'

export interface StepForm<Form> {
  readonly form: Ref<Form>
  readonly busy: Readonly<Ref<boolean>>
  /** Key below `start.refused.`; empty when nothing was refused. */
  readonly refused: Readonly<Ref<string>>
  /** What was typed before and not stored has come back. */
  readonly cameBack: Readonly<Ref<boolean>>
  /** Stores it, if there is something to store, and goes on. */
  next(): Promise<void>
  /** As it is stored now, in the place of what is typed. */
  begin(): Promise<void>
}

export interface StepOptions<Form> {
  /** As it is stored now. */
  stored(): Form
  /** Null: there is nothing to store. */
  save(form: Form): Promise<GqlResult<unknown>> | null
}

export function useStep<Form extends object>({ stored, save }: StepOptions<Form>): StepForm<Form> {
  const { step, kept, go, refresh } = useStart()
  const own = step.value
  const before = likeForm(kept.typed(own), stored())
  const form = ref(before ?? stored()) as Ref<Form>
  const cameBack = ref(before !== null && !same(before, stored()))
  const busy = ref(false)
  const refused = ref('')
  onScopeDispose(
    watch(form, (now) => (same(now, stored()) ? kept.forget(own) : kept.keep(own, now)), { deep: true }),
  )

  const next = usePress(async () => {
    if (busy.value) return
    const sent = save(form.value)
    if (sent === null) return done()
    busy.value = true
    refused.value = ''
    try {
      const [error] = (await sent).errors
      if (error) refused.value = refusalOf(error)
      else {
        await refresh()
        done()
      }
    } catch {
      refused.value = 'away'
    } finally {
      busy.value = false
    }
  })
  function done(): void {
    kept.forget(own)
    go(1)
  }
  async function begin(): Promise<void> {
    await refresh()
    form.value = stored()
    cameBack.value = false
    refused.value = ''
    kept.forget(own)
  }
  return { form, busy, refused, cameBack, next, begin }
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** What was kept, if it has the fields of the form: an older editor may have kept another. */
function likeForm<Form extends object>(kept: unknown, form: Form): Form | null {
  if (typeof kept !== 'object' || kept === null) return null
  const read: object = kept
  const alike = Object.entries(form).every(
    ([name, value]) => name in read && typeof Reflect.get(read, name) === typeof value,
  )
  return alike ? (read as Form) : null
}
