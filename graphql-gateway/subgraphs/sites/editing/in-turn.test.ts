// Work on one thing, one after the other.
import { expect, it } from 'vitest'
import { inTurn } from './in-turn.ts'

const { signal } = new AbortController()

it('is done in the order in which it was asked for, and what fails stops nobody', async () => {
  const done: string[] = []
  let open: () => void = () => {}
  const first = inTurn('page', signal, async () => {
    await new Promise<void>((resolve) => (open = resolve))
    done.push('first')
    throw new Error('no')
  })
  const second = inTurn('page', signal, async () => done.push('second'))
  const third = inTurn('page', signal, async () => done.push('third'))
  await inTurn('other', signal, async () => done.push('other'))
  open()
  await expect(first).rejects.toThrow('no')
  await Promise.all([second, third])
  expect(done).toEqual(['other', 'first', 'second', 'third'])
})

it('is not begun for somebody who is gone, and the next has their turn', async () => {
  const gone = new AbortController()
  let open: () => void = () => {}
  const first = inTurn('page', signal, () => new Promise<void>((resolve) => (open = resolve)))
  const second = inTurn('page', gone.signal, async () => 'second')
  const third = inTurn('page', signal, async () => 'third')
  gone.abort(new Error('gone'))
  await Promise.resolve()
  open()
  await first
  await expect(second).rejects.toThrow('gone')
  expect(await third).toBe('third')
})
