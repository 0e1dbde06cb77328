/** Asks again while a file is worked on, which takes some seconds. */
import { onScopeDispose, watch, type Ref } from 'vue'

/** Milliseconds between an answer and the next question. */
const EVERY = 1_500

export function useLookingAgain(
  working: () => boolean,
  loading: Readonly<Ref<boolean>>,
  again: () => Promise<void>,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(
    [working, loading],
    ([isWorking, isLoading]) => {
      clearTimeout(timer)
      if (isWorking && !isLoading) timer = setTimeout(() => void again(), EVERY)
    },
    { immediate: true },
  )
  onScopeDispose(() => clearTimeout(timer))
}
