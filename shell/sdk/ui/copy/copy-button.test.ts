// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { mockPortal, mountWithPortal, settled } from '@shuxiang/sdk/testing'
import CopyBlock from './CopyBlock.vue'

afterEach(() => vi.unstubAllGlobals())

async function pressed(writeText: (text: string) => Promise<void>) {
  vi.stubGlobal('navigator', { clipboard: { writeText } })
  const element = document.createElement('div')
  document.body.replaceChildren(element)
  const portal = mockPortal()
  const props = { title: 'RIS', text: 'TY  - BOOK', form: 'code' }
  const mounted = await mountWithPortal(CopyBlock, {
    portal,
    messages: { 'zh-CN': {}, en: {} },
    element,
    props,
  })
  element.querySelector('button')?.click()
  await settled()
  await nextTick()
  const said = element.querySelector('button')?.textContent?.trim()
  mounted.unmount()
  return { said, announced: portal.calls.announce }
}

it('says on itself and aloud that the text is copied', async () => {
  const kept: string[] = []
  const { said, announced } = await pressed(async (text) => void kept.push(text))
  expect([kept, said, announced]).toEqual([['TY  - BOOK'], '已复制', ['已复制']])
})

it('says nothing that is not so when the browser refuses', async () => {
  const { said, announced } = await pressed(() => Promise.reject(new Error('denied')))
  expect([said, announced]).toEqual(['复制', []])
})
