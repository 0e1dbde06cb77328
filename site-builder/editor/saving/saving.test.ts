// Edits reach the device at once and the store after a rest; no answer, a closed sign-in and a refusal lose none of them.
import { expect, test } from 'vitest'
import type { SentOp, StoredPage } from '../draft/draft.ts'
import { savingTimes, startSaving, type Outcome, type SavingState } from './saving.ts'

const page: StoredPage = {
  rev: 2,
  doc: { schema: 1, meta: { title: { 'zh-CN': '首页' } }, root: [], blocks: {} },
  merged: false,
}
const op = (id: string): SentOp => ({ id, op: { op: 'remove', id: 'a' } })

/** Time goes by when the test says so. */
function clock() {
  const due: { at: number; run: () => void }[] = []
  let now = 0
  return {
    timers: {
      set(after: number, run: () => void): unknown {
        const timer = { at: now + after, run }
        due.push(timer)
        return timer
      },
      clear(timer: unknown): void {
        const at = due.findIndex((one) => one === timer)
        if (at >= 0) due.splice(at, 1)
      },
    },
    async pass(time: number): Promise<void> {
      now += time
      for (const one of due.filter(({ at }) => at <= now)) {
        due.splice(due.indexOf(one), 1)
        one.run()
      }
      await new Promise((resolve) => setTimeout(resolve, 0))
    },
  }
}

function desk(outcomes: Outcome[]) {
  const { timers, pass } = clock()
  let pending: SentOp[] = []
  const sent: string[][] = []
  const states: SavingState[] = []
  const kept: number[] = []
  const refusals: string[] = []
  const saving = startSaving({
    draft: {
      take: () => ({ rev: 1, ops: pending }),
      stored(count) {
        pending = pending.slice(count)
      },
      refused: (words) => void refusals.push(words),
      async keep() {
        kept.push(pending.length)
      },
    },
    async send(_rev, ops) {
      sent.push(ops.map(({ id }) => id))
      return outcomes.shift() ?? { kind: 'stored', page }
    },
    told: (state) => void states.push(state),
    timers,
  })
  return {
    saving,
    pass,
    sent,
    states,
    kept,
    refusals,
    type(id: string) {
      pending = [...pending, op(id)]
      saving.edited()
    },
    pending: () => pending.map(({ id }) => id),
  }
}

test('an edit is on the device within the time, and in the store after a rest', async () => {
  const { type, pass, sent, states, kept } = desk([])
  type('1')
  await pass(savingTimes.device)
  expect([kept, sent]).toEqual([[1], []])
  type('2')
  await pass(savingTimes.rest)
  expect(sent).toEqual([['1', '2']])
  expect(states).toEqual(['unsaved', 'unsaved', 'saving', 'saved'])
})

test('who never rests is stored all the same', async () => {
  const { type, pass, sent } = desk([])
  for (let time = 0; time < savingTimes.most + 1_000; time += 1_000) {
    type(String(time))
    await pass(1_000)
  }
  expect(sent.length).toBeGreaterThan(0)
})

test('without an answer the same edits go again by themselves, later and later', async () => {
  const none: Outcome = { kind: 'no-answer' }
  const { type, pass, sent, states, pending } = desk([none, none])
  type('1')
  await pass(savingTimes.rest)
  expect([states.at(-1), pending()]).toEqual(['offline', ['1']])
  await pass(savingTimes.again)
  await pass(savingTimes.again)
  expect(sent).toHaveLength(2)
  await pass(savingTimes.again)
  expect(sent).toEqual([['1'], ['1'], ['1']])
  expect([states.at(-1), pending()]).toEqual(['saved', []])
})

test('after the end of a sign-in nothing is sent, and everything is kept', async () => {
  const { type, pass, sent, states, kept, pending } = desk([{ kind: 'signed-out' }])
  type('1')
  await pass(savingTimes.rest)
  expect([states.at(-1), pending(), kept.at(-1)]).toEqual(['signed-out', ['1'], 1])
  await pass(savingTimes.longestAgain)
  expect(sent).toHaveLength(1)
})

test('what the store refuses is said with its words', async () => {
  const { type, pass, states, refusals } = desk([{ kind: 'refused', words: '锁定的版块' }])
  type('1')
  await pass(savingTimes.rest)
  expect([states.at(-1), refusals]).toEqual(['refused', ['锁定的版块']])
})

test('what is typed while something is on its way goes next', async () => {
  const { saving, type, pass, sent, pending } = desk([])
  type('1')
  const under = saving.flush()
  type('2')
  await under
  await pass(0)
  expect([sent.flat(), pending()]).toEqual([['1', '2'], []])
})

test('what is there when the page is closed is kept at once', async () => {
  const { saving, type, kept } = desk([])
  type('1')
  saving.close()
  expect(kept).toEqual([1])
})
