// The advanced form and the box speak one language.
import fc from 'fast-check'
import { emptyBoxForm, readBox, writeBox, type BoxForm } from '@shuxiang/vocabulary'
import { describe, expect, it } from 'vitest'
import type { QueryNode } from '../contract.ts'
import { parseBox } from './parse-box.ts'

const sign = fc.constantFrom(
  ...[
    '静夜思',
    '李白',
    'moon',
    '"',
    '“',
    '「',
    '(',
    ')',
    '（',
    ' ',
    '  ',
    '-',
    'OR',
    'AND',
    'NOT',
    ':',
    '：',
  ],
  ...[
    'title:',
    '作者：',
    'text:',
    'subject:',
    'isbn:',
    '*',
    '\u202e',
    '\u200b',
    '𠀀',
    '<b>',
    'ye',
    'si',
    '1',
  ],
)
const typed = fc.array(fc.oneof(sign, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 12 })
const query = typed.map((signs) => signs.join(''))
const word = fc.constantFrom('静夜思', '李白', 'moon', '月', '"明月 故乡"', '秋风', '2015', '十五')
const words = fc.uniqueArray(word, { maxLength: 3 }).map((list) => list.join(' '))
const form: fc.Arbitrary<BoxForm> = fc.record({
  any: words,
  title: words,
  creator: words,
  subject: words,
  body: words,
  phrase: fc.constantFrom('', '床前明月光', '明月 故乡'),
  some: fc.uniqueArray(word, { minLength: 2, maxLength: 4 }).map((list) => list.join(' ')),
  none: words,
  rest: fc.constant(''),
})

/** How wide the space is between words of a phrase makes no difference. */
const spaced = (node: QueryNode): QueryNode => {
  if ('text' in node) return { ...node, text: node.text.replace(/\s+/g, ' ').trim() }
  if ('nodes' in node) return { ...node, nodes: node.nodes.map(spaced) }
  return 'node' in node ? { ...node, node: spaced(node.node) } : node
}

describe('the query of the box as a form', () => {
  it('asks for the same after it was read into the form and written again', () => {
    fc.assert(
      fc.property(query, (text) => {
        expect(spaced(parseBox(writeBox(readBox(text))))).toEqual(spaced(parseBox(text)))
      }),
      { numRuns: 3_000 },
    )
  })

  it('is written the same however often it goes there and back', () => {
    const anything = fc.record({
      ...{ any: query, title: query, creator: query, subject: query, body: query },
      ...{ phrase: query, some: query, none: query, rest: fc.constant('') },
    })
    fc.assert(
      fc.property(anything, (given) => {
        const once = writeBox(given)
        expect(writeBox(readBox(once))).toBe(once)
      }),
      { numRuns: 1_000 },
    )
  })

  it('gives every field back that was filled in', () => {
    fc.assert(
      fc.property(form, (given) => {
        // A phrase that stands last among the words, with nothing asked of a field behind it, is read as the phrase.
        const { title, creator, subject, body } = given
        const last = /^(.*?) ?"([^"]+)"$/.exec(given.any)
        const moves = last && given.phrase + title + creator + subject + body === ''
        const expected = moves ? { ...given, any: last[1], phrase: last[2] } : given
        expect(readBox(writeBox(given))).toEqual(expected)
      }),
      { numRuns: 1_000 },
    )
  })

  it('writes each field as the box reads it', () => {
    const text = writeBox({
      any: '明月 OR',
      title: '静夜',
      creator: '李白',
      subject: '',
      body: '',
      phrase: '床前',
      some: '霜 雪',
      none: '宋',
      rest: '',
    })
    expect(text).toBe('明月 "OR" title:静夜 author:李白 "床前" (霜 OR 雪) -宋')
    expect(parseBox(text)).toEqual({
      type: 'and',
      nodes: [
        { type: 'term', field: 'any', text: '明月' },
        { type: 'phrase', field: 'any', text: 'OR' },
        { type: 'term', field: 'title', text: '静夜' },
        { type: 'term', field: 'creator', text: '李白' },
        { type: 'phrase', field: 'any', text: '床前' },
        {
          type: 'or',
          nodes: [
            { type: 'term', field: 'any', text: '霜' },
            { type: 'term', field: 'any', text: '雪' },
          ],
        },
        { type: 'not', node: { type: 'term', field: 'any', text: '宋' } },
      ],
    })
  })

  it.each([
    ['作者：李白 明月', 'another order'],
    ['明月 AND (霜 OR (雪 NOT 月))', 'brackets in brackets'],
    ['NOT 月', 'a word for a sign'],
    ['isbn:9787101003048', 'a field that is not there'],
  ])('keeps %s whole: %s', (text) => {
    expect(readBox(text)).toEqual({ ...emptyBoxForm, rest: text })
  })

  it('reads names of fields in Chinese', () => {
    expect(readBox('题名：静夜 作者:李白')).toEqual({ ...emptyBoxForm, title: '静夜', creator: '李白' })
  })

  it('reads ten thousand characters in bounded time', () => {
    const began = performance.now()
    for (const sign of ['(', '"', '-', 'title:', '( OR ', 'a"', '(a OR '])
      readBox(sign.repeat(10_000).slice(0, 10_000))
    expect(performance.now() - began).toBeLessThan(1_000)
  })
})
