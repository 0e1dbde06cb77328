import { expect, it } from 'vitest'
import { restAfterFaults } from './rest.ts'

function rested() {
  let at = 0
  const said: string[] = []
  const rest = restAfterFaults({ now: () => at, onRest: (sentence) => void said.push(sentence) })
  return { rest, said, pass: (ms: number) => (at += ms) }
}

it('five faults in a row make a thing rest for ten seconds, and it alone', () => {
  const { rest, said, pass } = rested()
  for (let i = 0; i < 5; i += 1) rest.fault('extension 0')
  expect([rest.isResting('extension 0'), rest.isResting('page')]).toEqual([true, false])
  expect(said).toHaveLength(1)
  pass(10_000)
  expect(rest.isResting('extension 0')).toBe(false)
})

it('a success between two faults begins the count anew', () => {
  const { rest } = rested()
  for (let i = 0; i < 4; i += 1) rest.fault('page')
  rest.works('page')
  rest.fault('page')
  expect(rest.isResting('page')).toBe(false)
})
