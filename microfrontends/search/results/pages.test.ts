import { expect, it } from 'vitest'
import { pageCount } from './pages.ts'

it.each([
  [0, 1],
  [20, 1],
  [21, 2],
  [391_206, 500],
])('%i results have %i pages', (total, pages) => expect(pageCount(total)).toBe(pages))
