// When a desk gives signs of life, by a clock that the test moves.
import { describe, expect, it } from 'vitest'
import { beatTimes, startAttendance, type Beat } from './attendance.ts'

function desk(outcome: () => Beat | Promise<Beat> = () => 'told') {
  let time = 0
  const sent: number[] = []
  let planned: { readonly at: number; readonly run: () => void }[] = []
  const attendance = startAttendance({
    async send() {
      sent.push(time)
      return outcome()
    },
    now: () => time,
    timers: {
      set(after, run) {
        const timer = { at: time + after, run }
        planned.push(timer)
        return timer
      },
      clear(timer) {
        planned = planned.filter((one) => one !== timer)
      },
    },
  })
  /** Goes on to a moment; what is due on the way runs. */
  async function until(end: number): Promise<void> {
    for (;;) {
      const [next] = planned.toSorted((one, other) => one.at - other.at)
      if (!next || next.at > end) break
      planned = planned.filter((one) => one !== next)
      time = next.at
      next.run()
      for (let turn = 0; turn < 8; turn++) await Promise.resolve()
    }
    time = end
  }
  return { attendance, sent, until }
}

describe('signs of life', () => {
  it('come every so often, and no oftener however much happens', async () => {
    const { attendance, sent, until } = desk()
    await attendance.beat()
    for (let at = 100; at < 12_000; at += 100) {
      attendance.soon()
      await until(at)
    }
    expect(sent).toEqual([0, beatTimes.atLeast, 2 * beatTimes.atLeast])
    await until(60_000)
    const gaps = sent.slice(3).map((at, n) => at - (sent[n + 2] ?? 0))
    expect(gaps).toEqual([beatTimes.atLeast, beatTimes.every, beatTimes.every])
  })

  it('rest while nobody looks, and come at once when somebody does again', async () => {
    const { attendance, sent, until } = desk()
    await attendance.beat()
    attendance.rest()
    attendance.soon()
    await until(200_000)
    expect(sent).toEqual([0])
    await attendance.beat()
    expect(sent).toEqual([0, 200_000])
  })

  it('go on without a network, and end where there is nothing to attend', async () => {
    let now: Beat = 'away'
    const { attendance, sent, until } = desk(() => now)
    await attendance.beat()
    now = 'ended'
    await until(300_000)
    expect(sent).toEqual([0, beatTimes.every])
  })

  it('are never two at a time: what is new while one is on its way comes behind it', async () => {
    let answer: (beat: Beat) => void = () => {}
    const { attendance, sent } = desk(() => new Promise((resolve) => (answer = resolve)))
    const both = [attendance.beat(), attendance.beat(), attendance.beat()]
    expect(sent).toEqual([0])
    answer('told')
    await new Promise((resolve) => setImmediate(resolve))
    expect(sent).toEqual([0, 0])
    answer('told')
    await Promise.all(both)
    expect(sent).toEqual([0, 0])
  })

  it('come no more when the page is left, whatever is on its way', async () => {
    let answer: (beat: Beat) => void = () => {}
    const { attendance, sent, until } = desk(() => new Promise((resolve) => (answer = resolve)))
    const first = attendance.beat()
    const second = attendance.beat()
    attendance.close()
    answer('told')
    await Promise.all([first, second])
    await attendance.beat()
    await until(300_000)
    expect(sent).toEqual([0])
  })
})
