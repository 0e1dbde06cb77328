// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, nextTick, ref } from 'vue'
import { mockPortal, mountWithPortal, type MockPortal, type MountedWithPortal } from '@shuxiang/sdk/testing'
import ComboBox from './ComboBox.vue'
import type { ComboOption } from './option.ts'

const all: readonly ComboOption[] = [
  { value: 'ndl', text: '国家图书馆', group: '省级馆' },
  { value: 'hz', text: '杭州图书馆', group: '市县馆' },
  { value: 'zj', text: '浙江图书馆', group: '省级馆' },
]
const asked = ref<string | null>(null)
const chosen = ref<ComboOption | null>(null)
const options = ref(all)
let portal: MockPortal
let mounted: MountedWithPortal

beforeEach(async () => {
  vi.useFakeTimers()
  asked.value = null
  chosen.value = null
  options.value = all
  portal = mockPortal()
  const element = document.createElement('div')
  document.body.replaceChildren(element)
  const Page = defineComponent(
    () => () =>
      h(ComboBox, {
        label: '图书馆',
        name: 'library',
        options: options.value.filter(({ text }) => text.includes(asked.value ?? '')),
        answered: asked.value,
        chosen: chosen.value,
        'onUpdate:chosen': (one: ComboOption | null) => (chosen.value = one),
        onAsk: (text: string) => (asked.value = text),
      }),
  )
  mounted = await mountWithPortal(Page, { portal, messages: { 'zh-CN': {}, en: {} }, element })
  await nextTick()
})
afterEach(() => {
  mounted.unmount()
  vi.useRealTimers()
})

const box = (): HTMLInputElement => {
  const input = mounted.element.querySelector('input')
  if (!input) throw new Error('no box')
  return input
}
const shown = (): string[] =>
  box().getAttribute('aria-expanded') === 'true'
    ? [...mounted.element.querySelectorAll('[role=option] .text')].map((one) => one.textContent ?? '')
    : []
async function type(text: string): Promise<void> {
  box().focus()
  box().value = text
  box().dispatchEvent(new InputEvent('input'))
  await vi.advanceTimersByTimeAsync(200)
}
async function press(key: string): Promise<boolean> {
  const plain = box().dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true, bubbles: true }))
  await nextTick()
  return !plain
}

describe('a combobox', () => {
  it('has a name, a list of its own, and is closed to begin with', () => {
    expect(mounted.element.querySelector('label')?.getAttribute('for')).toBe(box().id)
    expect(box().getAttribute('aria-controls')).toBe(mounted.element.querySelector('[role=listbox]')?.id)
    expect([box().getAttribute('role'), box().getAttribute('aria-expanded')]).toEqual(['combobox', 'false'])
  })

  it('asks for what was typed and shows what fits in groups, said aloud', async () => {
    await type('图书')
    expect(asked.value).toBe('图书')
    expect(shown()).toEqual(['国家图书馆', '浙江图书馆', '杭州图书馆'])
    expect(portal.calls.announce).toEqual(['有 3 项可选，用上下方向键选择'])
    const groups = [...mounted.element.querySelectorAll('[role=group]')].map(
      (group) => document.getElementById(group.getAttribute('aria-labelledby') ?? '')?.textContent,
    )
    expect(groups).toEqual(['省级馆', '市县馆'])
  })

  it('chooses by arrows and Enter, and gives the typed text back on Escape', async () => {
    await type('图书')
    await press('ArrowDown')
    const active = document.getElementById(box().getAttribute('aria-activedescendant') ?? '')
    expect([active?.getAttribute('aria-selected'), box().value]).toEqual(['true', '国家图书馆'])
    expect(await press('Escape')).toBe(true)
    expect([box().value, shown(), chosen.value]).toEqual(['图书', [], null])
    await press('ArrowDown')
    await press('ArrowDown')
    expect(await press('Enter')).toBe(true)
    expect([chosen.value?.value, box().value, shown()]).toEqual(['ndl', '国家图书馆', []])
  })

  it('chooses what is pressed', async () => {
    await type('杭州')
    mounted.element.querySelector<HTMLElement>('[role=option]')?.click()
    await nextTick()
    expect([chosen.value?.value, box().value]).toEqual(['hz', '杭州图书馆'])
  })

  it('offers everything to an empty box, by arrow or press', async () => {
    box().focus()
    await press('ArrowDown')
    await vi.advanceTimersByTimeAsync(200)
    expect(shown()).toHaveLength(3)
  })

  it('takes a choice back when its text is changed, or by its button', async () => {
    chosen.value = all[1] ?? null
    await nextTick()
    expect(box().value).toBe('杭州图书馆')
    await type('杭州图')
    expect(chosen.value).toBeNull()
    expect(box().value).toBe('杭州图')
    chosen.value = all[1] ?? null
    await nextTick()
    mounted.element.querySelector('button')?.click()
    await nextTick()
    expect([chosen.value, box().value, document.activeElement]).toEqual([null, '', box()])
  })

  it('shows again what the page has answered before, though nothing changes there', async () => {
    await type('杭州')
    await press('ArrowDown')
    await press('Enter')
    mounted.element.querySelector('button')?.click()
    await nextTick()
    await type('杭州')
    expect(shown()).toEqual(['杭州图书馆'])
  })

  it('says that nothing fits, and shows nothing that fitted before', async () => {
    await type('图书')
    await type('图书x')
    expect(shown()).toEqual([])
    expect(mounted.element.querySelector('[role=status]')?.textContent?.trim()).toBe('没有符合“图书x”的选项')
  })

  it('asks nothing while an input method composes', async () => {
    box().focus()
    box().dispatchEvent(new CompositionEvent('compositionstart'))
    await type('hang')
    expect(asked.value).toBeNull()
    box().value = '杭'
    box().dispatchEvent(new CompositionEvent('compositionend'))
    await vi.advanceTimersByTimeAsync(200)
    expect(asked.value).toBe('杭')
  })
})
