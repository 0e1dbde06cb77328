// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { gatewayAway, mockPortal, type MockAnswer, type MockPortal } from '@shuxiang/sdk/testing'
import { suggestions } from '../../testing/answers.ts'
import slot from './index.ts'

let form: HTMLFormElement
let input: HTMLInputElement
let portal: MockPortal
let undo: (() => void) | undefined

async function enhance(answer: MockAnswer = { data: suggestions }): Promise<void> {
  portal = mockPortal({ Suggest: answer })
  undo = (await slot.enhance(form, portal)) ?? undefined
}
/** Type and wait until the answer is there. */
async function type(text: string): Promise<void> {
  input.value = text
  input.dispatchEvent(new InputEvent('input'))
  await vi.advanceTimersByTimeAsync(200)
}
function press(key: string, init: KeyboardEventInit = {}): boolean {
  return !input.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true, bubbles: true, ...init }))
}
const list = (): HTMLElement | null => form.querySelector('[role=listbox]')
const options = (): string[] =>
  [...form.querySelectorAll('[role=option] .text')].map((one) => one.textContent ?? '')

beforeEach(() => {
  vi.useFakeTimers()
  document.body.innerHTML =
    '<form role="search" data-enhance="search.box.v1" action="/search"><input name="q" value=""><button>检索</button></form>'
  form = document.querySelector('form') ?? document.createElement('form')
  input = form.querySelector('input') ?? document.createElement('input')
})
afterEach(() => {
  undo?.()
  vi.useRealTimers()
})

describe('the enhanced box', () => {
  it('offers suggestions for what was typed before it came, and none for the question of the page', async () => {
    input.setAttribute('value', '静夜思')
    input.focus()
    await enhance()
    await vi.advanceTimersByTimeAsync(200)
    expect(portal.calls.gql).toEqual([])
    undo?.()
    input.value = '静'
    await enhance()
    await vi.advanceTimersByTimeAsync(200)
    expect(options()).toEqual(['静夜思', '静夜', '静安居士'])
  })

  it('is an ARIA combobox over one list, grouped by kind', async () => {
    await enhance()
    expect(input.getAttribute('role')).toBe('combobox')
    expect(input.getAttribute('aria-controls')).toBe(list()?.id)
    expect(list()?.hidden).toBe(true)
    await type('静')
    expect(input.getAttribute('aria-expanded')).toBe('true')
    expect(list()?.hidden).toBe(false)
    expect(options()).toEqual(['静夜思', '静夜', '静安居士'])
    const groups = [...form.querySelectorAll('[role=group]')].map((group) => {
      const name = document.getElementById(group.getAttribute('aria-labelledby') ?? '')
      return [name?.textContent, group.querySelectorAll('[role=option]').length]
    })
    expect(groups).toEqual([
      ['题名', 2],
      ['作者', 1],
    ])
    expect(portal.calls.announce).toEqual(['有 3 条建议，用上下方向键选择'])
  })

  it('asks in the language of the page, and says in which language each text is', async () => {
    const suggest = [
      { text: '静夜思', of: 'Quiet Night Thought' },
      { text: '夜雨', of: 'Yè yǔ' },
      { text: 'Quiet Night Thought', name: '静夜思' },
    ].map((one) => ({ kind: 'title', count: 1, url: '/item/p1', name: null, of: null, ...one }))
    await enhance({ data: { suggest } })
    await type('night')
    expect(portal.calls.gql.map(({ variables }) => variables)).toMatchObject([{ language: 'zh-CN' }])
    const told = [...form.querySelectorAll<HTMLElement>('[role=option] span')].map((span) => [
      span.textContent,
      span.lang,
    ])
    expect(told).toEqual([
      ['静夜思', 'zh'],
      ['Quiet Night Thought', ''],
      ['夜雨', 'zh'],
      ['Yè yǔ', 'zh-Latn-pinyin'],
      ['Quiet Night Thought（静夜思）', ''],
    ])
  })

  it('names the option under the arrows and gives the typed text back on Escape', async () => {
    await enhance()
    await type('静')
    expect(press('ArrowDown')).toBe(true)
    const chosen = document.getElementById(input.getAttribute('aria-activedescendant') ?? '')
    expect(chosen?.getAttribute('aria-selected')).toBe('true')
    expect(input.value).toBe('静夜思')
    expect(press('Escape')).toBe(true)
    expect(input.value).toBe('静')
    expect(input.hasAttribute('aria-activedescendant')).toBe(false)
    expect(list()?.hidden).toBe(true)
  })

  it('goes to the chosen suggestion on Enter and leaves a plain Enter to the form', async () => {
    await enhance()
    await type('静')
    expect(press('Enter')).toBe(false)
    await type('静夜')
    press('ArrowDown')
    expect(press('Enter')).toBe(true)
    expect(portal.calls.navigate).toEqual(['/item/p4k7m2'])
  })

  it('takes a press of finger or mouse without losing the focus', async () => {
    await enhance()
    await type('静')
    const option = form.querySelectorAll('[role=option]')[2]
    const down = new MouseEvent('mousedown', { cancelable: true, bubbles: true })
    option?.dispatchEvent(down)
    expect(down.defaultPrevented).toBe(true)
    option?.dispatchEvent(new MouseEvent('click', { bubbles: true }))
    expect(portal.calls.navigate).toEqual(['/person/x'])
    expect(list()?.hidden).toBe(true)
  })

  it('asks once for quick typing and never while an input method composes', async () => {
    await enhance()
    for (const text of ['j', 'ji', 'jin']) {
      input.value = text
      input.dispatchEvent(new InputEvent('input'))
      await vi.advanceTimersByTimeAsync(40)
    }
    await vi.advanceTimersByTimeAsync(200)
    expect(portal.calls.gql.map(({ variables }) => variables)).toEqual([
      { prefix: 'jin', first: 8, language: 'zh-CN', script: null },
    ])
    input.dispatchEvent(new CompositionEvent('compositionstart'))
    await type('jing')
    expect(press('ArrowDown', { isComposing: true })).toBe(false)
    expect(portal.calls.gql).toHaveLength(1)
    input.value = '静'
    input.dispatchEvent(new CompositionEvent('compositionend'))
    await vi.advanceTimersByTimeAsync(200)
    expect(portal.calls.gql.at(-1)?.variables).toEqual({
      prefix: '静',
      first: 8,
      language: 'zh-CN',
      script: null,
    })
  })

  it('asks for what is offered in the script that the reader wants by now', async () => {
    await enhance()
    portal.chooseScript('hant')
    await type('静')
    portal.chooseScript('source')
    await type('静夜')
    expect(portal.calls.gql.map(({ variables }) => variables)).toMatchObject([
      { script: 'HANT' },
      { script: null },
    ])
  })

  it('aborts what is under way when the reader types on', async () => {
    const signals: AbortSignal[] = []
    await enhance()
    undo?.()
    portal = mockPortal(
      {},
      {
        gql: (_operation, _variables, options) => {
          if (options?.signal) signals.push(options.signal)
          return new Promise(() => undefined)
        },
      },
    )
    undo = (await slot.enhance(form, portal)) ?? undefined
    await type('静')
    await type('静夜')
    expect(signals.map((signal) => signal.aborted)).toEqual([true, false])
    undo?.()
    expect(signals.map((signal) => signal.aborted)).toEqual([true, true])
  })

  it('stays a plain box when no suggestions can be had', async () => {
    await enhance(gatewayAway())
    await type('静')
    expect(list()?.hidden).toBe(true)
    expect(portal.calls.log.map(({ level }) => level)).toEqual(['info'])
    expect(press('Enter')).toBe(false)
  })

  it('leaves the form as it found it', async () => {
    const before = form.outerHTML
    await enhance()
    await type('静')
    undo?.()
    undo = undefined
    input.removeAttribute('autocomplete')
    expect(form.outerHTML).toBe(before)
    await type('静夜')
    expect(portal.calls.gql).toHaveLength(1)
  })

  it('forgets its suggestions when the page puts another question into the box', async () => {
    await enhance()
    await type('静')
    press('Escape')
    input.value = '花'
    expect(press('ArrowDown')).toBe(true)
    expect(list()?.hidden).toBe(true)
    expect(input.value).toBe('花')
  })

  it('writes hostile suggestions as text', async () => {
    await enhance({
      data: { suggest: [{ text: '<img src=x onerror=alert(1)>', kind: '__proto__', count: 2, url: '/' }] },
    })
    await type('静')
    expect(form.querySelector('img')).toBeNull()
    expect(options()).toEqual(['<img src=x onerror=alert(1)>'])
  })

  it('does nothing to a form without the box', async () => {
    form.replaceChildren()
    expect(await slot.enhance(form, mockPortal())).toBeUndefined()
  })
})
