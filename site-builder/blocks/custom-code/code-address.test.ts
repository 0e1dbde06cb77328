/** An address names code by its id and its bytes, or it names nothing; what pages name is told by the answers. */
import { expect, test } from 'vitest'
import { SiteCode } from '../operations.generated.ts'
import { openPage } from '../page.ts'
import { context } from '../testing/pages.ts'
import { codeAt, codePath, isCodeId } from './code-address.ts'
import { codesFound } from './codes-found.ts'

const id = 'n330110-3f2a9b1c'
const sha256 = '5f'.repeat(32)

test('a path leads back to what it is made of, whatever letters the id has', () => {
  for (const one of [id, 'ndl-a_key-with-hyphens', `n33-${'0f'.repeat(32)}`]) {
    const path = codePath({ id: one, sha256 }) ?? ''
    expect(path).toMatch(/^\/_embed\/code\/[\w-]+$/)
    expect(codeAt(path.split('/')[3] ?? '')).toEqual({ id: one, sha256 })
  }
})

test.each([
  '',
  'n330110',
  'n330110-short',
  'N33-3f2a9b1c',
  'n33-3f2a9b1c/..',
  'n33-3f2a9b1c"',
  '-3f2a9b1c00',
  'n33-3f2a9b1c\n',
])('%j is no id', (text) => {
  expect(isCodeId(text)).toBe(false)
  expect(codePath({ id: text, sha256 })).toBeNull()
  expect(codeAt(`${text}-${sha256}`)).toBeNull()
})

test('a hash that is none makes no address', () => {
  for (const hash of ['', sha256.slice(1), `${sha256}0`, sha256.toUpperCase(), `${sha256.slice(1)}"`]) {
    expect(codePath({ id, sha256: hash })).toBeNull()
    expect(codeAt(`${id}-${hash.slice(0, 63)}`)).toBeNull()
  }
})

test('what is approved is known once every question is answered', () => {
  const block = (code: string) => ({
    ...{ type: 'custom-code', v: 1, slots: {} },
    fields: { title: { 'zh-CN': '倒计时' }, code },
  })
  const doc = {
    ...{ schema: 1 as const, meta: { title: { 'zh-CN': '页' } } },
    ...{ root: ['a', 'b', 'c'], blocks: { a: block(id), b: block('n33-anything'), c: block('none') } },
  }
  const { queries } = openPage(doc, context)
  expect(queries.map(({ operation }) => operation)).toEqual([SiteCode.name, SiteCode.name])
  const [first, second] = queries.map(({ key }) => key)
  const approved = { pageCode: { id, sha256, height: 200 } }
  expect(codesFound(queries, new Map([[first ?? '', approved]]))).toBeUndefined()
  const answers = new Map<string, unknown>([
    [first ?? '', approved],
    [second ?? '', { pageCode: null }],
  ])
  expect(codesFound(queries, answers)).toEqual(new Set([id]))
})
