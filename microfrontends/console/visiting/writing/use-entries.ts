/** What is done to entries of a list by one press, and told: withdrawing, and bringing back what was withdrawn. */
import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import type { GqlResult } from '@shuxiang/sdk'
import { refusalOf } from '../../doing/refusal.ts'

export interface Entries<Entry> {
  readonly busy: Readonly<Ref<boolean>>
  /** Key below `refused.` of why it was not done; empty when nothing was refused. */
  readonly refused: Readonly<Ref<string>>
  /** What was done last, in words; empty: nothing. */
  readonly said: Readonly<Ref<string>>
  /** Readers see the difference. */
  readonly seen: Readonly<Ref<boolean>>
  /** What was withdrawn last and can be brought back. */
  readonly undo: Readonly<ShallowRef<Entry | null>>
  tell(words: string, seen: boolean): void
  /** Nothing is told any more: something else is begun. */
  begin(): void
  act<Data>(run: () => Promise<GqlResult<Data>>, done: (data: Data) => void): Promise<void>
  withdrawn(entry: Entry, words: string): void
}

/** `after` reads the list again. */
export function useEntries<Entry>(after: () => Promise<void>): Entries<Entry> {
  const busy = ref(false)
  const refused = ref('')
  const said = ref('')
  const seen = ref(false)
  const undo = shallowRef<Entry | null>(null)
  function tell(words: string, seenBy: boolean): void {
    said.value = words
    seen.value = seenBy
    undo.value = null
  }
  return {
    ...{ busy, refused, said, seen, undo, tell },
    begin: () => tell('', false),
    async act(run, done) {
      if (busy.value) return
      busy.value = true
      refused.value = ''
      try {
        const { data, errors } = await run()
        if (errors[0]) refused.value = refusalOf(errors[0])
        else if (data) done(data)
      } catch {
        refused.value = 'no-answer'
      } finally {
        await after().finally(() => (busy.value = false))
      }
    },
    withdrawn(entry, words) {
      tell(words, true)
      undo.value = entry
    },
  }
}
