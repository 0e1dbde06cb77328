import { expect, it } from 'vitest'
import { facetChoices } from './choices.ts'

const counted = [
  { value: 'tang', label: '唐', count: 9 },
  { value: 'song', label: '宋', count: 4 },
]

it('tells of each counted value whether it is chosen', () => {
  expect(facetChoices(counted, ['song']).map(({ value, chosen }) => [value, chosen])).toEqual([
    ['tang', false],
    ['song', true],
  ])
})

it('keeps a chosen value that nothing has any more, or it could not be taken away', () => {
  expect(facetChoices(counted, ['yuan'], () => '元').at(-1)).toEqual({
    value: 'yuan',
    label: '元',
    count: 0,
    chosen: true,
  })
})
