/** Verse is parted between clauses only. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clausesOf, columnsOf } from './clauses.ts'

test('a clause keeps its mark and the quotes that close with it', () => {
  expect(clausesOf('床前明月光，疑是地上霜。')).toEqual(['床前明月光，', '疑是地上霜。'])
  expect(clausesOf('曰：“何也？”其人曰。')).toEqual(['曰：', '“何也？”', '其人曰。'])
  expect(clausesOf('无标点')).toEqual(['无标点'])
  expect(clausesOf('')).toEqual([])
})

test('a couplet that fits stands in one column, a longer line breaks between clauses', () => {
  expect(columnsOf('床前明月光，疑是地上霜。', 16)).toEqual([['床前明月光，', '疑是地上霜。']])
  expect(columnsOf('大江东去，浪淘尽，千古风流人物。', 12)).toEqual([
    ['大江东去，', '浪淘尽，'],
    ['千古风流人物。'],
  ])
})

test('nothing is lost or added, and no column is taller than it may be by more than a mark', () => {
  const line = fc.string({ unit: fc.constantFrom('字', '，', '。', '”', '？', '𠮷') })
  fc.assert(
    fc.property(line, fc.integer({ min: 1, max: 20 }), (text, tallest) => {
      const columns = columnsOf(text, tallest)
      expect(columns.flat().join('')).toBe(text)
      for (const column of columns)
        expect([...column.join('')].length).toBeLessThanOrEqual(tallest + (column.length > 1 ? 0 : 1))
    }),
  )
})
