// What was pressed when a code was wanted: of one person, for a quarter of an hour, told once.
import { expect, it } from 'vitest'
import { openPressed } from './pressed.ts'

function storage(): Storage {
  const kept = new Map<string, string>()
  return {
    get length() {
      return kept.size
    },
    key: () => null,
    clear: () => kept.clear(),
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, text) => void kept.set(key, text),
    removeItem: (key) => void kept.delete(key),
  }
}
const yes = (): boolean => true

it('is told once, to whose it is, for a quarter of an hour', () => {
  const tab = storage()
  let now = 1_000_000
  const open = (whose: string, came = yes) =>
    openPressed(
      whose,
      () => tab,
      () => now,
      came,
    )
  open('r1 n33').keep('hours', '1 一\n2')
  expect(open('r2 n33').take('hours')).toBeNull()
  expect(open('r1 n33').take('contact')).toBeNull()
  expect(open('r1 n33').take('hours')).toBe('1 一\n2')
  expect(open('r1 n33').take('hours')).toBeNull()
  open('r1 n33').keep('hours', '')
  expect(open('r1 n33').take('hours')).toBe('')
  open('r1 n33').keep('hours', '')
  now += 900_001
  expect(open('r1 n33').take('hours')).toBeNull()
  open('r1 n33').keep('hours', '')
  open('r1 n33').drop('hours')
  expect(open('r1 n33').take('hours')).toBeNull()
  expect(tab.length).toBe(0)
})

it('is not told to who went back or loaded the page again', () => {
  const tab = storage()
  openPressed('r', () => tab).keep('publish', 'x')
  const again = openPressed(
    'r',
    () => tab,
    undefined,
    () => false,
  )
  expect(again.take('publish')).toBeNull()
  expect(tab.length).toBe(0)
})

it('is nothing where the device keeps nothing', () => {
  const pressed = openPressed('r', () => {
    throw new Error('refused')
  })
  pressed.keep('a', '')
  expect(pressed.take('a')).toBeNull()
})
