// @vitest-environment happy-dom
// A part that is loaded when it is wanted, over a network that comes and goes.
import { mockPortal, mountWithPortal } from '@shuxiang/sdk/testing'
import { expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { laterPart } from './later-part.ts'
import { laterWords } from './later-words.ts'
import { zhCN } from './messages/zh-CN.ts'

const words = laterWords('a part', {
  'zh-CN': () => Promise.resolve({ 'part.said': '来了' }),
  en: () => Promise.resolve({ 'part.said': 'Here' }),
})
const Said = defineComponent({
  props: { mark: { type: String, required: true } },
  setup(props) {
    const { t } = words.use()
    return () => h('b', `${t('part.said')}${props.mark}`)
  },
})

it('comes with its words, and after a failure when it is asked for once more', async () => {
  let network = false
  const Part = laterPart(
    () => (network ? Promise.resolve({ default: Said }) : Promise.reject(new Error('no network'))),
    () => Promise.resolve({ words }),
  )
  const element = document.createElement('div')
  const page = await mountWithPortal(
    defineComponent(() => () => h(Part, { mark: '！' })),
    { portal: mockPortal(), messages: { 'zh-CN': zhCN, en: {} }, element },
  )
  await expect.poll(() => element.querySelector('[role=alert]')?.textContent).toContain('没有加载成功')
  network = true
  element.querySelector<HTMLElement>('[role=alert] button')?.click()
  await expect.poll(() => element.textContent).toBe('来了！')
  page.unmount()
})
