import { expect, it } from 'vitest'
import { pageWindow } from './page-window.ts'

it.each([
  [1, 1, [1]],
  [1, 3, [1, 2, 3]],
  [4, 9, [1, 2, 3, 4, 5, null, 9]],
  [250, 500, [1, null, 249, 250, 251, null, 500]],
  [500, 500, [1, null, 499, 500]],
])('page %i of %i offers %j', (page, pages, expected) => expect(pageWindow(page, pages)).toEqual(expected))
