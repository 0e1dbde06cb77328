/** That no input breaks an engine. */

import { expect, it } from 'vitest'
import { QueryRefused, type QueryNode, type SearchRequest } from '../contract.ts'
import type { Suite } from './suite.ts'
import { docOf, requestOf, WORKS } from './works.ts'

export function hostileTests(suite: Suite): void {
  it('answers every text of the box', async () => {
    const han = '天地玄黄宇宙洪荒'
    const texts = [
      '"', '""', '" OR 1=1 --', "'; drop table docs; --", 'title NEAR(a b, 3)', 'a* b* *', '{title}:x', 'NOT', 'AND OR NOT',
      '-', '--', '- -', ':::', 'title:', '题名：', '^x', '(((((', '\u0000静夜思\u0000', '\ud800', '静\udfff夜', '👨‍👩‍👧‍👦', '🙂🙂🙂',
      '！？。，', '__proto__', 'constructor', '$where', '{"$gt":""}', '(a+)+$', 'a'.repeat(10_000), han.repeat(1_250), '% _',
      `${'李 '.repeat(5_000)}`, '"'.repeat(10_000), '-'.repeat(10_000), '\u202e\u200b\ufeff', '𠮷野家', 'e\u0301'.repeat(5_000),
    ] // prettier-ignore
    for (const text of texts) {
      const response = await suite.engine.search(requestOf(text))
      expect(response.total, JSON.stringify(text.slice(0, 20))).toBeLessThanOrEqual(WORKS.length)
      expect(Array.isArray(await suite.suggest(text, 5))).toBe(true)
    }
  })

  it('stores any text without losing the record', async () => {
    const text = 'a" OR "b \u0000 \ud800 静夜思2 𠮷 {x}: (y) * ^ NEAR'
    await suite.engine.index([
      docOf('odd', { title: [text], creator: [text], body: text, identifiers: [text] }),
    ])
    expect(await suite.ids('静夜思2')).toEqual(['odd'])
    expect(await suite.ids('𠮷')).toEqual(['odd'])
  })

  it('refuses what is out of bounds by name', async () => {
    const deep = Array.from({ length: 50 }).reduce<QueryNode>((node) => ({ type: 'not', node }), {
      type: 'all',
    })
    const wide: QueryNode = { type: 'or', nodes: Array.from({ length: 1_000 }, () => ({ type: 'all' })) }
    const bad: readonly Partial<SearchRequest>[] = [
      { from: 10_001 }, { from: -1 }, { size: 101 }, { size: 1.5 }, { from: NaN }, { query: deep }, { query: wide },
      { scopes: Array.from({ length: 65 }, String) }, 
      { ranges: [{ name: 'issued', from: 2, to: 1 }] }, { ranges: [{ name: 'issued', from: 0.5, to: 1 }] },
      { sort: { by: 'x'.repeat(101), order: 'ascending' } },
      { filters: [{ name: 'kind', anyOf: ['x'.repeat(201)] }] },
      { filters: [{ name: 'kind', anyOf: Array.from({ length: 1_000 }, String) }] },
      { facets: Array.from({ length: 100 }, () => ({ name: 'kind', size: 1 })) },
    ] // prettier-ignore
    const forgotten: object = { scopes: undefined }
    for (const fields of [...bad, forgotten]) {
      await expect(
        suite.engine.search(requestOf('x', fields)),
        JSON.stringify(fields).slice(0, 60),
      ).rejects.toThrow(QueryRefused)
    }
  })

  it('refuses a record it cannot store, and takes the next', async () => {
    const broken: readonly object[] = [
      { id: '' },
      { id: 'x'.repeat(1_000) },
      { rev: 1.5 },
      { scopes: undefined },
      { scopes: [''] },
      { scopes: Array.from({ length: 20_001 }, String) },
      { date: { from: NaN, to: 1, stated: true } },
      { date: { from: 907, to: 618, stated: true } },
      { date: { from: null, to: null, stated: true } },
      { dates: { issued: { from: 907, to: 618 } } },
      { dates: { issued: { from: 1.5, to: null } } },
      { dates: Object.fromEntries(Array.from({ length: 33 }, (_, n) => [`d${n}`, { from: n, to: n }])) },
      { sorts: { volume: NaN } },
      { title: undefined },
      { title: [null] },
      { body: 42 },
      { facets: { kind: [{ value: 'poem' }] } },
    ]
    for (const fields of broken) {
      const index = suite.engine.index([Object.assign(docOf('broken'), fields)])
      await expect(index, JSON.stringify(fields).slice(0, 40)).rejects.toThrow(QueryRefused)
    }
    await suite.engine.index([docOf('whole', { title: ['完璧归赵'] })])
    expect(await suite.ids('完璧归赵')).toEqual(['whole'])
    await expect(suite.suggest('x', 1_000)).rejects.toThrow(QueryRefused)
  })

  it('gives up when the caller already has', async () => {
    await expect(suite.engine.search(requestOf('春'), AbortSignal.abort())).rejects.toThrow()
  })
}
