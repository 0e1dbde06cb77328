/** Codes are issued for the chosen cards, or for all that wait, a hundred at a time. What was issued stays until it is printed. */
import { ref, type Ref } from 'vue'
import { useMessages, usePortal } from '@shuxiang/sdk'
import { refusalOf } from '../doing/refusal.ts'
import { IssueCardCodes, LibraryCards, type IssueCardCodesData } from '../operations.generated.ts'

export type Letter = IssueCardCodesData['issueCardCodes'][number]

/** Letters of one run: as many as a printer takes, and as are issued well before a one-time code is too old. */
export const MOST_IN_TURN = 1000

export interface UsedCodes {
  readonly letters: Readonly<Ref<readonly Letter[]>>
  /** Ids of cards; after an issue that was not answered, those of it still. */
  readonly chosen: Ref<readonly string[]>
  readonly busy: Readonly<Ref<boolean>>
  /** Key below `refused.` of why it was not done. */
  readonly refused: Readonly<Ref<string>>
  /** How many a run has issued; null when none is under way. */
  readonly turn: Readonly<Ref<number | null>>
  issue(): Promise<void>
  /** For every card that waits, in turn; `begins` of their number. */
  issueInTurn(begins: string): Promise<void>
  /** The run ends after the hundred that are on their way. */
  stop(): void
}

export function useCodes(library: () => string, after: () => Promise<void>): UsedCodes {
  const portal = usePortal()
  const { t } = useMessages()
  const letters = ref<readonly Letter[]>([])
  const chosen = ref<readonly string[]>([])
  const busy = ref(false)
  const refused = ref('')
  const turn = ref<number | null>(null)
  let stopped = false

  /** How many were issued; 0 when it was refused. */
  async function sent(): Promise<number> {
    const { data, errors } = await portal.gql(IssueCardCodes, { library: library(), cards: chosen.value })
    if (errors[0]) refused.value = refusalOf(errors[0])
    const issued = errors[0] ? [] : (data?.issueCardCodes ?? [])
    // A code that is issued again takes the place of the earlier one, whose letter would mislead.
    const anew = new Set(issued.map(({ card }) => card.id))
    letters.value = [...letters.value.filter(({ card }) => !anew.has(card.id)), ...issued]
    if (issued.length > 0) chosen.value = []
    return issued.length
  }

  async function work(run: () => Promise<number>): Promise<void> {
    if (busy.value) return
    busy.value = true
    refused.value = ''
    try {
      const done = await run()
      if (done > 0) portal.announce(t('codes.done', { n: done }))
    } catch {
      refused.value = 'no-answer'
    } finally {
      busy.value = false
      turn.value = null
      await after()
    }
  }

  async function inTurn(begins: string): Promise<number> {
    let done = 0
    let last: string | null = null
    turn.value = 0
    stopped = false
    // Chosen by hand, or left by a run whose answer did not come: these first.
    if (chosen.value.length > 0) done = await sent()
    while (!stopped && refused.value === '' && done < MOST_IN_TURN) {
      turn.value = done
      const { data, errors }: Awaited<ReturnType<typeof page>> = await page(begins, last)
      if (errors[0]) refused.value = refusalOf(errors[0])
      const cards = data?.libraryCards?.cards ?? []
      // Led on by number: a card that goes on waiting, as a blocked one does, is met once.
      last = cards.at(-1)?.id ?? null
      if (last === null) break
      chosen.value = cards.filter(({ state }) => state !== 'BLOCKED').map(({ id }) => id)
      if (chosen.value.length > 0) done += await sent()
    }
    return done
  }
  const page = (begins: string, last: string | null) =>
    portal.gql(LibraryCards, { library: library(), withoutCode: true, begins, after: last })

  return {
    ...{ letters, chosen, busy, refused, turn },
    issue: () => work(async () => (chosen.value.length > 0 ? sent() : 0)),
    issueInTurn: (begins) => work(() => inTurn(begins)),
    stop: () => {
      stopped = true
    },
  }
}
