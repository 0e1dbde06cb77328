// Which rules hold on paper, and how many sheets a page takes.
import { expect, it } from 'vitest'
import { printedMedia, sheetHeight, sheetsFor } from './on-paper.ts'

it.each([
  ['print', 'all'],
  ['print and (width > 40em)', 'all and (width > 40em)'],
  ['screen', 'not all'],
  ['only screen and (max-width: 30em)', 'not all'],
  ['screen, print', 'not all, all'],
  ['not print', 'not all'],
  ['not screen', 'all'],
  ['(max-width: 48rem)', '(max-width: 48rem)'],
  ['(prefers-color-scheme: dark)', '(prefers-color-scheme: dark)'],
  ['PRINT', 'all'],
])('%s is on paper %s', (screen, paper) => {
  expect(printedMedia(screen)).toBe(paper)
})

it('what fits onto a sheet takes one, a line more takes two', () => {
  expect(sheetsFor(0, 130)).toBe(1)
  expect(sheetsFor(sheetHeight, 130)).toBe(1)
  expect(sheetsFor(sheetHeight + 1, 130)).toBe(2)
  expect(sheetsFor(130 + 3 * (sheetHeight - 130), 130)).toBe(3)
})
