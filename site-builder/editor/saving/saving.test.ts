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

/** A desk whose store takes everything but the edits named in `bad`. */
function desk(outcomes: Outcome[], bad: readonly string[] = []) {
  const { timers, pass } = clock()
  let pending: SentOp[] = []
  let looked: string[] = []
  const sent: string[][] = []
  const states: SavingState[] = []
  const kept: number[] = []
  const refusals: string[] = []
  const dropped: string[] = []
  let renewals = 0
  const saving = startSaving({
    draft: {
      take: () => ({ rev: 1, ops: pending, known: 0, looked }),
      stored({ ops, looked: done }) {
        pending = pending.slice(ops.length)
        looked = looked.filter((one) => !done.includes(one))
      },
      withoutRefused() {
        dropped.push(pending[0]?.id ?? '')
        pending = pending.slice(1)
      },
      async renew() {
        renewals += 1
        return true
      },
      refused: (why) => void refusals.push(why),
      async keep() {
        kept.push(pending.length)
      },
    },
    async send({ ops }) {
      sent.push(ops.map(({ id }) => id))
      if (ops.some(({ id }) => bad.includes(id))) return { kind: 'edit-refused' }
      return outcomes.shift() ?? { kind: 'stored', page }
    },
    told: (state) => void states.push(state),
    timers,
  })
  return {
    ...{ saving, pass, sent, states, kept, refusals, dropped },
    type(id: string) {
      pending = [...pending, op(id)]
      saving.edited()
    },
    look(id: string) {
      looked = [...looked, id]
    },
    pending: () => pending.map(({ id }) => id),
    renewals: () => renewals,
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

test('what the store refuses as a whole is said with its reason, and nothing goes', async () => {
  const { type, pass, states, refusals, pending } = desk([{ kind: 'refused', why: 'forbidden' }])
  type('1')
  await pass(savingTimes.rest)
  expect([states.at(-1), refusals, pending()]).toEqual(['refused', ['forbidden'], ['1']])
})

test('an edit that is not taken takes no other along', async () => {
  const { saving, type, states, sent, dropped } = desk([], ['5', '11'])
  for (let n = 0; n < 16; n++) type(String(n))
  await saving.flush()
  expect(dropped).toEqual(['5', '11'])
  expect(states.at(-1)).toBe('saved')
  const stored = sent.filter((ids) => !ids.includes('5') && !ids.includes('11')).flat()
  expect(stored.map(Number)).toEqual([0, 1, 2, 3, 4, 6, 7, 8, 9, 10, 12, 13, 14, 15])
  expect(sent.length).toBeLessThan(20)
})

test('edits on what the store has forgotten go on what it has now', async () => {
  const { saving, type, states, renewals } = desk([{ kind: 'too-old' }])
  type('1')
  await saving.flush()
  expect([renewals(), states.at(-1)]).toEqual([1, 'saved'])
})

test('that a clash was looked at is told with what goes next, or by itself', async () => {
  const { saving, look, sent, states } = desk([])
  look('c1')
  await saving.flush()
  expect([sent, states.at(-1)]).toEqual([[[]], 'saved'])
  await saving.flush()
  expect(sent).toHaveLength(1)
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

test('what is there when the page is closed is kept at once, sent, and kept as it is then', async () => {
  const { saving, type, kept, sent } = desk([])
  type('1')
  const closed = saving.close()
  expect(kept).toEqual([1])
  await closed
  expect([sent, kept.at(-1)]).toEqual([[['1']], 0])
})

test('a page that was closed without a network is not tried for ever', async () => {
  const { saving, type, pass, sent, kept } = desk([{ kind: 'no-answer' }])
  type('1')
  await saving.close()
  await pass(savingTimes.longestAgain)
  expect([sent.length, kept.at(-1)]).toEqual([1, 1])
})
