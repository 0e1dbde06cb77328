import { describe, expect, it } from 'vitest'
import { gatewayAway, mockGql, type MockAnswer } from '@shuxiang/sdk/testing'
import documents from './documents.ts'

const request = {
  names: { id: 'r1' },
  query: '',
  suffix: 'bib',
  locale: 'en',
  origin: 'http://portal.test',
  requestId: 'request-1',
} as const
const ask = (answer: MockAnswer, change: Partial<Record<'query' | 'suffix', string>> = {}) =>
  documents.answer({ ...request, ...change }, mockGql({ RecordExport: answer }), new AbortController().signal)
const found = { data: { record: { id: 'r1', title: 't', withdrawn: null, export: '@misc{r1}' } } }
const none = (code?: string): MockAnswer => ({
  data: { record: null },
  errors: code === undefined ? [] : [{ message: 'x', path: ['record', 'export'], code }],
})

describe('a record in an exchange format', () => {
  it('is what the graph gives, as a file to keep or to show', async () => {
    expect(await ask(found)).toEqual({ status: 200, text: '@misc{r1}', file: 'r1.bib' })
    expect(await ask(found, { query: '?part=2' })).toMatchObject({ file: 'r1-2.bib' })
    expect(await ask(found, { suffix: 'jsonld' })).toEqual({ status: 200, text: '@misc{r1}' })
  })
  it.each([
    ['an unknown record', none(), '', 404, 'no record'],
    ['a part that failed for good', none('INTERNAL_SERVER_ERROR'), '', 500, 'request-1'],
    ['a part that is away', none('SERVICE_UNAVAILABLE'), '', 503, 'try again'],
    ['an id that cannot be one', none('BAD_USER_INPUT'), '', 404, 'no record'],
    ['no answer', gatewayAway(), '', 503, 'try again'],
    ['a chapter that is no number', found, '?part=0', 404, '1 or more'],
    ['an unknown chapter', none(), '?part=7', 404, 'no such chapter'],
  ])('with %s says so', async (_what, answer, query, status, words) => {
    expect(await ask(answer, { query })).toEqual({ status, text: expect.stringContaining(words) })
  })
  it('that was withdrawn says when', async () => {
    const withdrawn = { at: '2020-01-01', reason: 'x' }
    const answer = { data: { record: { ...found.data.record, withdrawn } } }
    expect(await ask(answer)).toEqual({ status: 410, text: expect.stringContaining('2020-01-01') })
  })
})
