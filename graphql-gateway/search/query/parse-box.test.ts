import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { QueryNode } from '../contract.ts'
import { requestOf } from '../contract-suite/works.ts'
import { checkRequest } from './bounds.ts'
import { parseBox } from './parse-box.ts'

const term = (text: string, field: 'any' | 'title' | 'creator' = 'any'): QueryNode => ({
  type: 'term',
  field,
  text,
})

describe('the search box', () => {
  it('reads words, all of them wanted', () => {
    expect(parseBox('李白 静夜思')).toEqual({ type: 'and', nodes: [term('李白'), term('静夜思')] })
    expect(parseBox('　春晓　')).toEqual(term('春晓'))
  })

  it('reads blank as everything and bare punctuation as nothing', () => {
    expect(parseBox(' \n　')).toEqual({ type: 'all' })
    for (const text of ['！？', '"', '""', '-', '--', '🙂', '\ud800', ':']) {
      expect(parseBox(text), text).toEqual({ type: 'or', nodes: [] })
    }
  })

  it('reads quotes of both worlds as phrases, an open one to the end', () => {
    for (const text of ['"疑是 地上"', '“疑是 地上”', '「疑是 地上」', '"疑是 地上']) {
      expect(parseBox(text), text).toEqual({ type: 'phrase', field: 'any', text: '疑是 地上' })
    }
    expect(parseBox('李白"月光"')).toEqual({
      type: 'and',
      nodes: [term('李白'), { type: 'phrase', field: 'any', text: '月光' }],
    })
  })

  it('excludes behind a minus, but keeps a hyphen inside a word', () => {
    expect(parseBox('登高 -杜甫')).toEqual({
      type: 'and',
      nodes: [term('登高'), { type: 'not', node: term('杜甫') }],
    })
    expect(parseBox('-"a b"')).toEqual({ type: 'not', node: { type: 'phrase', field: 'any', text: 'a b' } })
    expect(parseBox('well-known')).toEqual(term('well-known'))
    expect(parseBox('a - b')).toEqual({ type: 'and', nodes: [term('a'), term('b')] })
  })

  it('reads field names in Chinese and English', () => {
    for (const text of ['title:登高', 'TITLE:登高', '题名：登高', '題名:登高', '书名：登高']) {
      expect(parseBox(text), text).toEqual(term('登高', 'title'))
    }
    for (const text of ['author:杜甫', '作者：杜甫', 'creator:杜甫']) {
      expect(parseBox(text), text).toEqual(term('杜甫', 'creator'))
    }
    expect(parseBox('title:"登 高"')).toEqual({ type: 'phrase', field: 'title', text: '登 高' })
    expect(parseBox('时间:12')).toEqual(term('时间:12'))
    expect(parseBox('__proto__:x')).toEqual(term('__proto__:x'))
  })

  it('joins pinyin typed with spaces', () => {
    expect(parseBox('Li Bai jing')).toEqual(term('Li Bai jing'))
    expect(parseBox('li bai 静夜思')).toEqual({ type: 'and', nodes: [term('li bai'), term('静夜思')] })
  })

  it('keeps an ISBN typed in groups together', () => {
    expect(parseBox('978 7 02 000220 7')).toEqual(term('978 7 02 000220 7'))
    expect(parseBox('1984 2001')).toEqual({ type: 'and', nodes: [term('1984'), term('2001')] })
  })

  it('opens a Latin word at a star', () => {
    expect(parseBox('chron*')).toEqual({ type: 'prefix', field: 'any', text: 'chron' })
    expect(parseBox('*')).toEqual({ type: 'or', nodes: [] })
  })

  it('makes of any text a query within the bounds', { timeout: 30_000 }, () => {
    const check = (text: string): void => checkRequest(requestOf(parseBox(text)))
    assert(property(string({ unit: 'binary', maxLength: 80 }), check))
    assert(property(string({ unit: 'binary-ascii', maxLength: 80 }), check))
    const long = [
      'x '.repeat(9_000),
      '"'.repeat(20_000),
      '-'.repeat(20_000),
      '李白 '.repeat(9_000),
      ' '.repeat(20_000),
    ]
    for (const text of long) {
      check(text)
      const node = parseBox(text)
      expect('nodes' in node ? node.nodes.length : 1).toBeLessThanOrEqual(32)
    }
  })
})
