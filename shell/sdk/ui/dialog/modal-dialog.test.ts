// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it } from 'vitest'
import { defineComponent, h, nextTick, ref } from 'vue'
import { mockPortal, mountWithPortal, type MountedWithPortal } from '@shuxiang/sdk/testing'
import ModalDialog from './ModalDialog.vue'

const open = ref(true)
let mounted: MountedWithPortal

beforeEach(async () => {
  open.value = true
  const element = document.createElement('div')
  document.body.replaceChildren(element)
  const Page = defineComponent(
    () => () =>
      open.value
        ? h(ModalDialog, { title: '筛选', onClose: () => (open.value = false) }, () => h('p', '正文'))
        : h('p', '页面'),
  )
  mounted = await mountWithPortal(Page, { portal: mockPortal(), messages: { 'zh-CN': {}, en: {} }, element })
})
afterEach(() => mounted.unmount())

const dialog = (): HTMLDialogElement => {
  const found = mounted.element.querySelector('dialog')
  if (!found) throw new Error('no dialog')
  return found
}
async function press(began: Element, ended: Element): Promise<void> {
  began.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))
  ended.dispatchEvent(new MouseEvent('click', { bubbles: true }))
  await nextTick()
}

it('is open and named by its heading while it is mounted', () => {
  expect(dialog().open).toBe(true)
  expect(document.getElementById(dialog().getAttribute('aria-labelledby') ?? '')?.textContent).toBe('筛选')
})

it('tells its page that it was closed, by the button and by a press beside it', async () => {
  dialog().querySelector('button')?.click()
  await nextTick()
  expect(open.value).toBe(false)
  open.value = true
  await nextTick()
  await press(dialog(), dialog())
  expect(open.value).toBe(false)
})

it('stays when a selection of its text ends beside it', async () => {
  await press(dialog().querySelector('p') ?? dialog(), dialog())
  expect(open.value).toBe(true)
})
