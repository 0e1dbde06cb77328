// @vitest-environment happy-dom
// Works of others beside a record: what they share is told, another record has its own, and where there are none nothing stands.
import { afterEach, expect, it } from 'vitest'
import type { ExtensionVisit } from '@shuxiang/sdk/contract'
import { gatewayAway, mockPortal, settled, texts, type MockAnswer } from '@shuxiang/sdk/testing'
import beside from './beside.ts'
import server from './beside.server.ts'

const context = (id: string) => ({ id, kind: 'poem', title: '静夜思', language: 'lzh', chapter: null })
const likeness = (id: string, title: string, subjects: readonly string[]) => ({
  record: {
    ...{ id, url: `/item/${id}`, title, language: 'lzh-Hant', titleBeside: null },
    agents: [{ label: '张九龄' }],
  },
  subjects: subjects.map((name) => ({ name })),
})
const answer = (variables: unknown): MockAnswer => {
  const { id } = variables as { id: string }
  const likenesses = id === 'alone' ? [] : [likeness(`of-${id}`, `望月懷遠${id}`, ['思乡', '月亮'])]
  return { data: { record: { id, likenesses } } }
}
const element = document.createElement('div')
let visit: ExtensionVisit | null = null

async function open(id: string, locale: 'zh-CN' | 'en' = 'zh-CN', given = answer): Promise<void> {
  document.body.replaceChildren(element)
  const portal = mockPortal({ RecordLikenesses: given }, { locale })
  visit = await beside.mount({ portal, element, context: context(id), state: null })
  await settled()
}
afterEach(async () => {
  await visit?.unmount()
  visit = null
})

it('leads to works of others and tells what is shared, in the language of the reader', async () => {
  await open('a')
  expect(texts(element, 'h2')).toEqual(['相近的作品'])
  const link = element.querySelector('a')
  expect([link?.getAttribute('href'), link?.textContent?.trim()]).toEqual(['/item/of-a', '望月懷遠a'])
  expect(texts(element, 'li p')).toEqual(['张九龄共同点：思乡、月亮'])
  await visit?.unmount()
  await open('a', 'en')
  expect(texts(element, 'li p')).toEqual(['张九龄In common: 思乡, 月亮'])
})

it('shows those of the record that is open, and nothing where there are none', async () => {
  await open('a')
  visit?.update(context('b'))
  await settled()
  expect(texts(element, 'a')).toEqual(['望月懷遠b'])
  visit?.update(context('alone'))
  await settled()
  expect(element.textContent).toBe('')
})

it('is silent where no answer comes: the page is whole without it', async () => {
  await open('away', 'zh-CN', () => gatewayAway())
  expect(element.textContent).toBe('')
})

it('comes with the page, for readers without scripts', async () => {
  const portal = mockPortal({ RecordLikenesses: answer })
  const request = { url: '/', locale: 'zh-CN', mode: 'light', origin: '', requestId: '' } as const
  const { html } = await server.render({ ...request, context: context('a') }, portal.gql, portal.signal)
  expect(html).toContain('href="/item/of-a"')
  expect(html).toContain('共同点：思乡、月亮')
})
