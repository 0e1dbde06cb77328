/** A press that may want a fresh one-time code: what was pressed is done once by itself when the page comes back from it. */
import { onMounted } from 'vue'
import { useStart } from './start-context.ts'

/** @param press the same once more must change nothing; its promise never ends when the page is left. */
export function usePress(press: () => Promise<void>): () => Promise<void> {
  const { step, pressed } = useStart()
  const own = step.value
  onMounted(() => {
    // Asked for a code a second time, it waits to be pressed: else a clock that is off would lead in circles.
    if (pressed.take(own) !== null) void press()
  })
  return () => pressed.during(own, '', press)
}
