import { expect, it } from 'vitest'
import { clockOf } from './clock.ts'

it.each([
  ['9', '09:00'],
  ['930', '09:30'],
  ['9:30', '09:30'],
  [' 9：30 ', '09:30'],
  ['１７.３０', '17:30'],
  ['1730', '17:30'],
  ['24', '24:00'],
  ['0', '00:00'],
  ['24:01', null],
  ['25', null],
  ['9:60', null],
  ['9:3', null],
  ['', null],
  ['9am', null],
])('a time typed as %j is %j', (typed, time) => expect(clockOf(typed)).toBe(time))
