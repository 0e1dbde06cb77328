/** How many things wait for somebody, part by part: nothing is the matter once every part has said so. */
import { computed, shallowReactive, type ComputedRef } from 'vue'

export interface Told {
  /** `waiting`: things that somebody should do; null while it is not known. */
  tell(part: string, waiting: number | null): void
  /** Every part that was named has come, and nothing waits. */
  readonly well: ComputedRef<boolean>
}

export function openTold(parts: () => readonly string[]): Told {
  const known = shallowReactive(new Map<string, number>())
  return {
    tell(part, waiting) {
      if (waiting === null) known.delete(part)
      else known.set(part, waiting)
    },
    well: computed(() => parts().every((part) => known.get(part) === 0)),
  }
}
