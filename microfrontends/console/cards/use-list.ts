/** A list as the graph has it, asked again while something happens to it. */
import { onMounted, onScopeDispose, ref, shallowRef, type Ref } from 'vue'
import { usePortal, type GqlError, type GqlResult } from '@shuxiang/sdk'
import { refusalOf } from '../doing/refusal.ts'
import { CardList, type CardListData } from '../operations.generated.ts'

export type List = NonNullable<CardListData['cardList']>

/** Milliseconds between two questions. */
const EVERY = 1000
const MOVING: readonly List['state'][] = ['RECEIVING', 'CHECKING', 'IMPORTING']
export const isMoving = ({ state }: List): boolean => MOVING.includes(state)

export interface UsedList {
  readonly list: Readonly<Ref<List | null>>
  readonly loading: Readonly<Ref<boolean>>
  readonly errors: Readonly<Ref<readonly GqlError[]>>
  /** Something was asked to be done and is not answered yet. */
  readonly busy: Readonly<Ref<boolean>>
  /** Key below `refused.` of why it was not done. */
  readonly refused: Readonly<Ref<string>>
  ask(): Promise<void>
  /** Does something to the list, whose answer is the list. False when it was not done. */
  change(run: () => Promise<GqlResult<Readonly<Record<string, unknown>>>>): Promise<boolean>
}

export function useList(id: string): UsedList {
  const portal = usePortal()
  const list = shallowRef<List | null>(null)
  const errors = shallowRef<readonly GqlError[]>([])
  const loading = ref(true)
  const busy = ref(false)
  const refused = ref('')
  let timer = 0
  let ended = false

  const later = (): void => {
    window.clearTimeout(timer)
    // On a line that breaks it is asked again too: what is under way goes on without the page.
    if (!ended && list.value && isMoving(list.value)) timer = window.setTimeout(() => void ask(), EVERY)
  }
  async function ask(): Promise<void> {
    try {
      const answer = await portal.gql(CardList, { id }, { signal: portal.signal })
      errors.value = answer.errors
      if (answer.data && answer.errors.length === 0) list.value = answer.data.cardList
    } catch {
      errors.value = []
    } finally {
      loading.value = false
      later()
    }
  }
  async function change(run: () => Promise<GqlResult<unknown>>): Promise<boolean> {
    if (busy.value) return false
    busy.value = true
    refused.value = ''
    try {
      const [error] = (await run()).errors
      if (error) refused.value = refusalOf(error)
      return !error
    } catch {
      refused.value = 'no-answer'
      return false
    } finally {
      busy.value = false
      await ask()
    }
  }
  onMounted(() => void ask())
  onScopeDispose(() => {
    ended = true
    window.clearTimeout(timer)
  })
  return { list, loading, errors, busy, refused, ask, change }
}
