import { expect, it } from 'vitest'
import { csvCell, csvOf } from './refused-csv.ts'

it.each([
  ['张伟', '张伟'],
  ['-12', '-12'],
  ['=HYPERLINK("http://x","a")', `"'=HYPERLINK(""http://x"",""a"")"`],
  ['+cmd|calc', "'+cmd|calc"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['-2+3', "'-2+3"],
  ['\t=1', `"'\t=1"`],
  ['a,b', '"a,b"'],
  ['a\nb', '"a\nb"'],
])('a cell %j is written %j', (text, written) => expect(csvCell(text)).toBe(written))

it('begins with the mark of UTF-8, which spreadsheets look for', () =>
  expect(
    csvOf([
      ['行', '原因'],
      ['2', 'a"b'],
    ]),
  ).toBe('\ufeff行,原因\r\n2,"a""b"\r\n'))
