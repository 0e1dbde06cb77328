// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest'
import { documentOf } from '@shuxiang/sdk/testing'
import { poem } from '../testing/answers.ts'
import { pages } from '../testing/pages.ts'
import type { FullRecord } from '../operations.generated.ts'

afterEach(pages.close)

const idsOf = async (url: string, record: FullRecord, selector: string): Promise<readonly string[]> => {
  const { html } = await pages.render(url, { RecordPage: { data: { record } } })
  return [...documentOf(html).querySelectorAll(selector)].map(({ id }) => id)
}
const text: FullRecord['text'] = [
  { kind: 'preface', text: '丙辰中秋，歡飲達旦。' },
  { kind: 'verse', text: '床前明月光，疑是地上霜。' },
  { kind: 'verse', text: '舉頭望明月，低頭思故鄉。' },
]

it('every verse has its place, the same in lines and in columns', async () => {
  const places = ['', '', 'v1', 'v2', 'v3', 'v4']
  for (const layout of ['horizontal', 'vertical'])
    expect(await idsOf(`/item/p4k7m2?layout=${layout}`, { ...poem, text }, '.verse .clause'), layout).toEqual(
      places,
    )
})

it('every paragraph of prose has its place', async () => {
  const prose: FullRecord['text'] = [
    { kind: 'prose', text: '子曰。' },
    { kind: 'prose', text: '學而時習之。' },
  ]
  expect(await idsOf('/item/p4k7m2', { ...poem, text: prose }, '.prose p')).toEqual(['p1', 'p2'])
})
