// Files as Chinese library systems and spreadsheets write them, and files that are wrong.
import { describe, expect, it } from 'vitest'
import { longestCell, mostColumns } from '../bounds.ts'
import { bandOf, readDay } from './birth.ts'
import { guessColumns } from './columns.ts'
import { guessSeparator, linesOf } from './csv.ts'
import { BadFile, readList } from './list.ts'
import { createRowReader } from './rows.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
/** 读者证号,姓名,出生日期 / A1001,张伟,1987-03-05 / A1002,李娜㐀 with a sign that only GB18030 has. */
const gb18030 = Uint8Array.from([
  ...[0xb6, 0xc1, 0xd5, 0xdf, 0xd6, 0xa4, 0xba, 0xc5, 0x2c, 0xd0, 0xd5, 0xc3, 0xfb, 0x2c],
  ...[0xb3, 0xf6, 0xc9, 0xfa, 0xc8, 0xd5, 0xc6, 0xda, 0x0d, 0x0a],
  ...[...'A1001,'].map((sign) => sign.charCodeAt(0)),
  ...[0xd5, 0xc5, 0xce, 0xb0],
  ...[...',1987-03-05\r\nA1002,'].map((sign) => sign.charCodeAt(0)),
  ...[0xc0, 0xee, 0x81, 0x39, 0xee, 0x39],
  ...[...',2015\r\n'].map((sign) => sign.charCodeAt(0)),
])
const today = new Date('2026-11-27T08:00:00Z')
const cells = (text: string, separator: ',' | ';' | '\t' = ',') =>
  [...linesOf(text, separator)].map((line) => line.cells)
const problemOf = (bytes: Uint8Array): unknown => {
  try {
    return readList(bytes, null).mapping
  } catch (error) {
    return error instanceof BadFile ? [error.problem, error.line] : error
  }
}

describe('a file', () => {
  it('of GB18030 is read without being told', () => {
    const { mapping, headings, sample } = readList(gb18030, null)
    expect(mapping).toEqual({
      encoding: 'gb18030',
      separator: ',',
      header: true,
      columns: ['card', 'holder', 'birth'],
      withoutBirth: null,
    })
    expect(headings).toEqual(['读者证号', '姓名', '出生日期'])
    expect(sample).toEqual([
      ['A1001', '张伟', '1987-03-05'],
      ['A1002', '李㐀', '2015'],
    ])
  })

  it.each([
    ['UTF-8 with its mark', Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8('卡号,姓名\n1,张伟')]), 'utf-8'],
    ['UTF-8 without', utf8('卡号,姓名\n1,张伟'), 'utf-8'],
    [
      'UTF-16, as Excel calls Unicode',
      Uint8Array.from([0xff, 0xfe, ...Buffer.from('卡号\t姓名\n1\t张伟', 'utf16le')]),
      'utf-16le',
    ],
  ])('of %s', (_, bytes, encoding) => {
    const { mapping, sample } = readList(bytes, null)
    expect(mapping).toMatchObject({ encoding, columns: ['card', 'holder'] })
    expect(sample).toEqual([['1', '张伟']])
  })

  it.each([
    ['a workbook', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), ['workbook', null]],
    ['an old workbook', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0]), ['workbook', null]],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xff, 0xff]), ['encoding', null]],
    ['text with zeros in it', utf8('1001,a\0b'), ['encoding', null]],
    ['nothing', utf8(''), ['empty', null]],
    ['blank lines', utf8('\r\n\r\n ,, \n'), ['empty', null]],
    ['headings alone', utf8('卡号,姓名\n'), ['empty', null]],
    ['a quote that is never closed', utf8('卡号,姓名\n1,张伟\n2,"李娜\n3,王芳\n'), ['quote', 3]],
    ['too many columns', utf8(`1${','.repeat(mostColumns)}`), ['too-many-columns', 1]],
    ['too many lines', utf8('1,a\n'.repeat(50_001)), ['too-many-lines', null]],
  ])('that is %s is said to be', (_, bytes, problem) => expect(problemOf(bytes)).toEqual(problem))
})

describe('lines', () => {
  it('have quotes, separators and ends within quotes, and their numbers are an editor’s', () => {
    const lines = [...linesOf('a,"b,""c""\nd",e\r\n\r\n"f"\rg', ',')]
    expect(lines).toEqual([
      { number: 1, cells: ['a', 'b,"c"\nd', 'e'] },
      { number: 4, cells: ['f'] },
      { number: 5, cells: ['g'] },
    ])
  })
  it('keep digits that Excel is told to keep', () =>
    expect(cells('="00123";\t张伟 ;', ';')).toEqual([['00123', '张伟', '']]))
  it('of which one is too long are cut', () =>
    expect(cells(`${'长'.repeat(5000)},b`)[0]?.[0]).toHaveLength(longestCell))
  it('as many as there may be are read in a moment', () => {
    const began = performance.now()
    expect(readList(utf8('10000001,张伟,1987-03-05\n'.repeat(50_000)), null).lines).toHaveLength(50_000)
    expect(performance.now() - began).toBeLessThan(3_000)
  })
  it.each([
    ['a,b\nc,d', ','],
    ['a;b,c\nd;e', ';'],
    ['a\tb, c\nd\te', '\t'],
    ['sep=;\na;b', ';'],
    ['alone', ','],
  ])('are taken apart at their separator: %j', (text, separator) =>
    expect(guessSeparator(text)).toBe(separator),
  )
  it('begin behind the line that names the separator', () =>
    expect([...linesOf('sep=;\r\na;b', ';')]).toEqual([{ number: 2, cells: ['a', 'b'] }]))
})

describe('columns', () => {
  it.each([
    [
      ['读者证号', '姓名', '性别', '出生日期', '有效期至'],
      ['card', 'holder', 'skip', 'birth', 'valid-until'],
    ],
    [
      ['序号', '读者姓名', '身份证号', '借书证号', '联系电话'],
      ['skip', 'holder', 'skip', 'card', 'skip'],
    ],
    [
      ['Barcode', 'Patron name', 'E-mail', 'Date of birth', 'Expires'],
      ['card', 'holder', 'skip', 'birth', 'valid-until'],
    ],
  ])('are known by their headings: %s', (headings, columns) =>
    expect(guessColumns(headings, [])).toEqual(columns),
  )
  it('are known by what is in them, where nothing else says', () =>
    expect(
      guessColumns(null, [
        ['男', '1987-03-05', '张伟', '33010001'],
        ['女', '2001/4/1', '欧阳娜娜', '33010002'],
      ]),
    ).toEqual(['skip', 'birth', 'holder', 'card']))
  it('of identity cards are never taken for cards', () =>
    expect(guessColumns(['身份证号', '姓名'], [['330106198703050012', '张伟']])).toEqual(['skip', 'holder']))
})

describe('a birth', () => {
  it.each([
    ['1987-03-05', '1987-03-05'],
    ['1987/3/5', '1987-03-05'],
    ['1987.3.5', '1987-03-05'],
    ['1987年3月5日', '1987-03-05'],
    ['１９８７年３月５日', '1987-03-05'],
    ['19870305', '1987-03-05'],
    ['1987-03-05 00:00:00', '1987-03-05'],
    ['31841', '1987-03-05'],
    ['1987', '1987-12-31'],
    ['1987-02', '1987-02-28'],
    ['1987年2月', '1987-02-28'],
    ['1987-02-30', null],
    ['1987-13-01', null],
    ['05/03/1987', null],
    ['87-03-05', null],
    ['去年', null],
    ['', null],
  ])('%s is the day %s', (text, day) => expect(readDay(text)?.toISOString().slice(0, 10) ?? null).toBe(day))
  it.each([
    ['2012-11-27', '14-17'],
    ['2012-11-28', 'under-14'],
    ['2008-11-27', 'adult'],
    ['2008-11-28', '14-17'],
    ['2012', 'under-14'],
    ['13', 'under-14'],
    ['17岁', '14-17'],
    ['少儿', 'under-14'],
    ['成人读者', 'adult'],
    ['2027-01-01', null],
    ['1880-01-01', null],
    ['某年', null],
  ])('%s gives the band %s', (text, band) => expect(bandOf(text, today)).toBe(band))
})

describe('a row', () => {
  const read = (lines: readonly (readonly string[])[], withoutBirth: 'adult' | null = null) => {
    const columns = ['card', 'holder', 'birth', 'valid-until'] as const
    const reader = createRowReader(
      { encoding: 'utf-8', separator: ',', header: false, columns, withoutBirth },
      today,
    )
    return lines.map((cells, i) => reader({ number: i + 1, cells }))
  }
  it.each([
    [['', '张伟', '1987', ''], 'no-card'],
    [['3.30001E+11', '张伟', '1987', ''], 'rounded'],
    [['1001', '', '1987', ''], 'no-holder'],
    [['1001', '张伟', '', ''], 'no-birth'],
    [['1001', '张伟', '某日', ''], 'birth'],
    [['1001', '张伟', '1987', '某日'], 'valid-until'],
    [['1001', '张伟', '1987', '2026-11-26'], 'ended'],
    [['1001', '张伟', '1987', '2026-11-27'], { card: '1001', holder: '张伟', ageBand: 'adult' }],
    [['1001', '张伟', '1987', '长期'], { card: '1001', holder: '张伟', ageBand: 'adult' }],
  ])('%j gives %j', (cells, given) => expect(read([cells])).toEqual([given]))
  it('that comes twice is refused the second time, however it is written', () =>
    expect(
      read([
        ['A-1001', '张伟', '1987', ''],
        ['ａ-1001', '李娜', '1987', ''],
      ])[1],
    ).toBe('twice'))
  it('without a date of birth has the band that the library has said', () =>
    expect(read([['1001', '张伟', '', '']], 'adult')[0]).toMatchObject({ ageBand: 'adult' }))
})
