/** What was done last, for the line that tells it (`SaidLine.vue`). */
import { shallowRef, type Ref } from 'vue'

/** A new one each time: the same may be done twice. */
export interface Said {
  readonly words: string
}

export interface Saying {
  /** Null: nothing was done yet. */
  readonly said: Readonly<Ref<Said | null>>
  /** Has the page looked at anew by `again`, and then tells it. */
  tell(words: string): Promise<void>
}

export function useSaid(again: () => Promise<void>): Saying {
  const said = shallowRef<Said | null>(null)
  return {
    said,
    async tell(words) {
      await again()
      said.value = { words }
    },
  }
}
