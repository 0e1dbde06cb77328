import { expect, test } from 'vitest'
import { recognised, type Known } from './recognised.ts'

const known: Known = {
  hosts: ['n33.lib.example', 'n33.localhost', 'www.lib33.example'],
  portal: 'lib.example',
  paths: ['/', '/读者须知'],
  to: ['path', 'record', 'elsewhere'],
}

test.each([
  ['https://n33.lib.example/', '/'],
  ['http://n33.localhost:8080/%E8%AF%BB%E8%80%85%E9%A1%BB%E7%9F%A5', '/读者须知'],
  ['https://www.lib33.example/读者须知', '/读者须知'],
  ['https://n33.lib.example/读者须知#hours', '/读者须知#hours'],
  ['https://n33.lib.example/item/p123', 'record:p123'],
  ['https://lib.example/item/p123', 'record:p123'],
  ['https://lib.example/读者须知', 'https://lib.example/读者须知'],
  ['https://n33.evil.example/', 'https://n33.evil.example/'],
  ['https://n33.lib.example@evil.example/', 'https://n33.lib.example@evil.example/'],
  ['https://n33.lib.example/item/p123?x=1', 'https://n33.lib.example/item/p123?x=1'],
  ['https://n33.lib.example/none', 'https://n33.lib.example/none'],
  ['https://n331.lib.example/', 'https://n331.lib.example/'],
  ['https://evil.example/n33.lib.example/', 'https://evil.example/n33.lib.example/'],
  ['https://n33.lib.example/%E0%A4%A', 'https://n33.lib.example/%E0%A4%A'],
  ['/读者须知', '/读者须知'],
  ['javascript:alert(1)', 'javascript:alert(1)'],
])('%s is %s', (typed, is) => {
  expect(recognised(typed, known)).toBe(is)
})

test('what a field does not take stays as it is', () => {
  expect(recognised('https://n33.localhost/', { ...known, to: ['elsewhere'] })).toBe('https://n33.localhost/')
  expect(recognised('https://lib.example/item/p1', { ...known, to: ['elsewhere'] })).toBe(
    'https://lib.example/item/p1',
  )
})
