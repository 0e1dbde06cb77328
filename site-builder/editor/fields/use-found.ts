/** What a question of blocks finds now, asked when somebody has stopped typing. */
import { onScopeDispose, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import type { Found } from '@shuxiang/site-blocks'
import { useSite } from '../desk/site-context.ts'

/** Milliseconds. */
const rest = 300

export interface FoundNow<T> {
  /** Null before there is an answer. */
  readonly found: Readonly<ShallowRef<T | null>>
  readonly asking: Readonly<Ref<boolean>>
  /** There is no answer, and none comes. */
  readonly failed: Readonly<Ref<boolean>>
  again(): void
}

/** `question` may change; null asks nothing. */
export function useFound<T>(question: () => Found<T> | null): FoundNow<T> {
  const { book } = useSite()
  const found = shallowRef<T | null>(null)
  const asking = ref(false)
  const failed = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  let turn = 0

  async function ask(): Promise<void> {
    const asked = question()
    turn += 1
    const own = turn
    failed.value = false
    if (!asked) {
      asking.value = false
      found.value = null
      return
    }
    const known = asked.of(book.known)
    if (known !== null) {
      asking.value = false
      found.value = known
      return
    }
    asking.value = true
    await book.fetch([asked.query])
    if (own !== turn) return
    asking.value = false
    found.value = asked.of(book.known)
    failed.value = found.value === null
  }
  watch(
    () => question()?.query.key ?? null,
    () => {
      clearTimeout(timer)
      timer = setTimeout(() => void ask(), rest)
    },
  )
  void ask()
  onScopeDispose(() => {
    clearTimeout(timer)
    turn += 1
  })
  return { found, asking, failed, again: () => void ask() }
}
