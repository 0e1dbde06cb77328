/** Box inputs as people type them, each with the query it stands for. */

import { describe, expect, it } from 'vitest'
import type { QueryNode } from '../contract.ts'
import { createMemoryEngine } from '../memory/engine.ts'
import { docOf, requestOf } from '../contract-suite/works.ts'
import { parseBox } from './parse-box.ts'
import { readingOf } from './reading.ts'

const FIELDS = { t: 'title', a: 'creator', s: 'subject', b: 'body', i: 'identifier' } as const

/** A query in short: fields by their first letter, phrases in quotes, `!` for not, nested lists in brackets. */
function short(node: QueryNode): string {
  switch (node.type) {
    case 'all':
      return '*'
    case 'not':
      return `!${short(node.node)}`
    case 'and':
    case 'or':
      return `(${node.nodes.map(short).join(node.type === 'and' ? ' & ' : ' | ')})`
    case 'term':
    case 'phrase':
    case 'prefix': {
      const field = Object.entries(FIELDS).find(([, name]) => name === node.field)?.[0]
      const text = node.type === 'phrase' ? `"${node.text}"` : node.text + (node.type === 'prefix' ? '*' : '')
      return field ? `${field}:${text}` : text
    }
  }
}

const INPUTS: readonly (readonly [string, string])[] = [
  // Spaces around the colon, in either width and script.
  ['题名: 静夜思', 't:静夜思'],
  ['题名： 静夜思', 't:静夜思'],
  ['题名 : 静夜思', 't:静夜思'],
  ['题名 ：静夜思', 't:静夜思'],
  ['题名：　静夜思', 't:静夜思'],
  ['作者： 杜甫', 'a:杜甫'],
  ['作者: 杜甫 春望', '(a:杜甫 & 春望)'],
  ['春望 作者： 杜甫', '(春望 & a:杜甫)'],
  ['title: 静夜思', 't:静夜思'],
  ['Title : 静夜思', 't:静夜思'],
  ['author: "杜甫"', 'a:"杜甫"'],
  ['title: “静 夜”', 't:"静 夜"'],
  ['題名: 靜夜思', 't:靜夜思'],
  ['標題：靜夜思', 't:靜夜思'],
  ['書名：紅樓夢', 't:紅樓夢'],
  ['責任者：曹雪芹', 'a:曹雪芹'],
  ['主題：思鄉', 's:思鄉'],
  ['關鍵詞: 思鄉', 's:思鄉'],
  ['索書號： I222', 'i:I222'],
  ['正文：明月', 'b:明月'],
  ['全文: 明月', 'b:明月'],
  ['ｔｉｔｌｅ：静夜思', 't:静夜思'],
  ['ＴＩＴＬＥ: 静夜思', 't:静夜思'],
  ['author:：杜甫', 'a:杜甫'],
  ['作者::杜甫', 'a:杜甫'],
  ['作者: : 杜甫', 'a:杜甫'],
  ['title:author:杜甫', 'a:杜甫'],
  ['题名: 作者: 杜甫', 'a:杜甫'],
  ['题名:静夜思 作者:李白', '(t:静夜思 & a:李白)'],
  // A field with nothing to look for.
  ['作者：', '作者：'],
  ['title:', 'title:'],
  ['明月 作者：', '明月'],
  ['作者:""', '(nothing)'],
  ['时间: 12', '(时间: & 12)'],
  ['re: 明月', '(re: & 明月)'],
  // Excluding.
  ['明月 author:-李白', '(明月 & !a:李白)'],
  ['明月 作者：－李白', '(明月 & !a:李白)'],
  ['明月 作者: -李白', '(明月 & !a:李白)'],
  ['明月 -author:李白', '(明月 & !a:李白)'],
  ['明月 -作者： 李白', '(明月 & !a:李白)'],
  ['明月 –李白', '(明月 & !李白)'],
  ['明月 －李白', '(明月 & !李白)'],
  ['明月 --李白', '(明月 & !李白)'],
  ['明月 -"李 白"', '(明月 & !"李 白")'],
  ['明月 - 李白', '(明月 & 李白)'],
  ['明月 -', '明月'],
  ['-', '(nothing)'],
  ['-author:-李白', '!a:李白'],
  ['明月 -li bai', '(明月 & !li bai)'],
  // AND, OR, NOT.
  ['李白 AND 明月', '(李白 & 明月)'],
  ['李白 OR 杜甫', '(李白 | 杜甫)'],
  ['明月 NOT 李白', '(明月 & !李白)'],
  ['明月 AND NOT 李白', '(明月 & !李白)'],
  ['明月 NOT author:李白', '(明月 & !a:李白)'],
  ['NOT 李白', '!李白'],
  ['李白 OR 杜甫 明月', '(李白 | (杜甫 & 明月))'],
  ['李白 OR 杜甫 AND 明月', '(李白 | (杜甫 & 明月))'],
  ['(李白 OR 杜甫) 明月', '((李白 | 杜甫) & 明月)'],
  ['（李白 OR 杜甫） AND 明月', '((李白 | 杜甫) & 明月)'],
  ['明月 NOT (李白 OR 杜甫)', '(明月 & !(李白 | 杜甫))'],
  ['明月 -(李白 OR 杜甫)', '(明月 & !(李白 | 杜甫))'],
  ['作者:(李白 OR 杜甫) 明月', '((a:李白 | a:杜甫) & 明月)'],
  ['((李白 OR 杜甫) 明月', '((李白 | 杜甫) & 明月)'],
  ['李白 OR 杜甫) 明月', '(李白 | (杜甫 & 明月))'],
  ['李白　ＯＲ　杜甫', '(李白 | 杜甫)'],
  ['明月　ＮＯＴ　李白', '(明月 & !李白)'],
  ['li bai OR du fu', '(li bai | du fu)'],
  ['李白 and 明月', '(李白 & and & 明月)'],
  ['李白 or 杜甫', '(李白 & or & 杜甫)'],
  ['not 李白', '(not & 李白)'],
  ['ANDREW ORSON', '(ANDREW & ORSON)'],
  ['"李白 OR 杜甫"', '"李白 OR 杜甫"'],
  ['李白 "OR" 杜甫', '(李白 & "OR" & 杜甫)'],
  ['李白 OR', '李白'],
  ['AND 李白', '李白'],
  ['李白 AND OR 杜甫', '(李白 | 杜甫)'],
  ['明月 NOT NOT 李白', '(明月 & !李白)'],
  ['AND OR NOT', '(AND & OR & NOT)'],
  ['OR', 'OR'],
  ['()', '(nothing)'],
  ['静夜思(李白)', '静夜思(李白)'],
  ['（唐）李白', '（唐）李白'],
  // Quotes.
  ['"床前明月光', '"床前明月光"'],
  ['“床前明月光"', '"床前明月光"'],
  ['"床前 明月”光', '("床前 明月" & 光)'],
  ['”明月“', '"明月"'],
  ['「明月」', '"明月"'],
  ['题名:"静夜思', 't:"静夜思"'],
  ['"" 明月', '明月'],
  // Characters nobody sees.
  ['静\ufeff夜思', '静夜思'],
  ['\ufeff静夜思', '静夜思'],
  ['静\u200b夜\u200c思\u200d', '静夜思'],
  ['静\u2060夜思', '静夜思'],
  ['静\u00ad夜思', '静夜思'],
  ['题名\u200b:\ufeff静夜思', 't:静夜思'],
  ['李白\u200e OR\u200f 杜甫', '(李白 | 杜甫)'],
  ['\ufeff\u200b', '*'],
  // Addresses of records.
  ['https://library.example/item/pnight12345', 'pnight12345'],
  ['https://library.example/item/pnight12345?part=3&lang=en#text', 'pnight12345'],
  ['http://localhost:8210/library/item/pnight12345/', 'pnight12345'],
  ['https://library.example/item/pnight12345.jsonld', 'pnight12345'],
  ['library.example/item/pnight12345', 'pnight12345'],
  ['/item/p%6eight12345', 'pnight12345'],
  ['<https://library.example/item/pnight12345>', 'pnight12345'],
  ['（ｈｔｔｐｓ：／／library.example/item/pnight12345）。', 'pnight12345'],
  ['"https://library.example/item/pnight12345"', '"pnight12345"'],
  ['id: https://library.example/item/pnight12345', 'i:pnight12345'],
  ['静夜思 https://library.example/item/pnight12345', '(静夜思 & pnight12345)'],
  ['https://library.example/search?q=/item/x', 'https://library.example/search?q=/item/x'],
  ['https://library.example/item/', 'https://library.example/item/'],
  ['https://library.example/item/%', 'https://library.example/item/%'],
  ['数据/item/价格', '数据/item/价格'],
  // As before.
  ['春晓', '春晓'],
  ['well-known', 'well-known'],
  ['chron*', 'chron*'],
  ['978 7 02 000220 7', '978 7 02 000220 7'],
]

describe('box inputs', () => {
  it(`reads all ${INPUTS.length} as they are meant`, () => {
    const wrong = INPUTS.flatMap(([input, meant]) => {
      const node = parseBox(input)
      const read = node.type === 'or' && node.nodes.length === 0 ? '(nothing)' : short(node)
      return read === meant ? [] : [`${JSON.stringify(input)}: ${read}, not ${meant}`]
    })
    process.stdout.write(
      `box inputs: ${INPUTS.length - wrong.length} of ${INPUTS.length} read as they are meant\n`,
    )
    expect(wrong).toEqual([])
    expect(INPUTS.length).toBeGreaterThanOrEqual(75)
  })

  it('finds what each stands for', async () => {
    const engine = createMemoryEngine()
    await engine.index([
      docOf('night', {
        title: ['静夜思'],
        creator: ['李白'],
        body: '床前明月光',
        identifiers: ['pnight12345'],
      }),
      docOf('spring', { title: ['春望'], creator: ['杜甫'], body: '明月何时照我还' }),
      docOf('river', { title: ['明月'], creator: ['王维'], body: '静夜思君不见君' }),
    ])
    const ids = async (text: string): Promise<string> =>
      (await engine.search(requestOf(text))).hits
        .map(({ id }) => id)
        .toSorted()
        .join()
    expect(await ids('题名: 静夜思')).toBe('night')
    expect(await ids('作者： 杜甫')).toBe('spring')
    expect(await ids('明月 author:-李白')).toBe('river,spring')
    expect(await ids('明月 NOT 李白')).toBe('river,spring')
    expect(await ids('李白 OR 杜甫')).toBe('night,spring')
    expect(await ids('(李白 OR 王维) 静夜')).toBe('night,river')
    expect(await ids('静\ufeff夜思')).toBe('night,river')
    expect(await ids('PNIGHT12345')).toBe('night')
    expect(await ids('id: pnight12345')).toBe('night')
    expect(await ids('https://library.example/item/pnight12345?part=3')).toBe('night')
  })
})

describe('the reading of the box', () => {
  const told = (text: string): string | null => {
    const reading = readingOf(text)
    return reading && reading.pieces.map((piece) => ('text' in piece ? short(piece) : piece.type)).join(' ')
  }

  it('is told where signs were written, and not for words', () => {
    for (const plain of [
      '静夜思',
      '李白 明月',
      'li bai',
      '978-7-02-000220-7',
      '',
      '-',
      'OR',
      '静夜思(李白)',
    ]) {
      expect(told(plain), plain).toBeNull()
    }
    expect(told('题名: 静夜思')).toBe('t:静夜思')
    expect(told('明月 author:-李白')).toBe('明月 and not a:李白')
    expect(told('(李白 OR 杜甫) 明月')).toBe('open 李白 or 杜甫 close and 明月')
    expect(told('NOT (a b)')).toBe('not open a and b close')
    expect(told('“床前” chron*')).toBe('"床前" and chron*')
  })

  it('comes with a query for the words as they stand, which has no signs', () => {
    const literal = (text: string): string => readingOf(text)?.literal ?? ''
    expect(literal('明月 NOT 李白')).toBe('明月 "NOT" 李白')
    expect(literal('题名: 静夜思')).toBe('"题名:" 静夜思')
    expect(literal('“床前明月光”')).toBe('床前明月光')
    expect(short(parseBox(literal('明月 author:-李白')))).toBe('(明月 & "author:-李白")')
    expect(short(parseBox(literal('(李白 OR 杜甫)')))).toBe('("(李白" & "OR" & "杜甫)")')
  })
})
