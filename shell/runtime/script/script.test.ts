// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { ScriptWish } from '@shuxiang/sdk/contract'
import { createScriptWriter, type ScriptWriterOptions } from './main.ts'

/** What the graph would tell. */
const table: Readonly<Record<string, string>> = { 題: '题', 靜: '静', 樂: '乐', 馬: '马' }
const asked: string[] = []
const words = async (text: string): Promise<string> => {
  asked.push(text)
  return [...new Set(text)].flatMap((char) => (table[char] ? `${char}${table[char]}` : [])).join(' ')
}

let main: HTMLElement
beforeEach(() => {
  asked.length = 0
  document.body.innerHTML = '<header><b lang="zh-Hant">題</b></header><main id="main"></main>'
  main = document.querySelector('main') ?? document.body
})
afterEach(() => {
  document.body.innerHTML = ''
})

const begin = (wish: ScriptWish, served: ScriptWriterOptions['served'] = null, ask = words) =>
  createScriptWriter({ window: window as never, wish, served, words: ask })
const until = (html: string): Promise<void> => vi.waitFor(() => expect(main.innerHTML).toBe(html))

describe('a page in the script that is wanted', () => {
  test('is written when somebody wants it, and is as it was when they do not', async () => {
    const drawn = '<h2 lang="lzh-Hant">靜夜思<b lang="en">題</b></h2><p>樂</p>'
    main.innerHTML = drawn
    const writer = begin('source')
    writer.want('hans')
    await until('<h2 lang="lzh-Hans" data-lang="lzh-Hant">静夜思<b lang="en">題</b></h2><p>樂</p>')
    expect(asked).toEqual(['靜夜思'])
    writer.want('source')
    expect(main.innerHTML).toBe(drawn)
  })

  test('is written where it comes later, a text twice without being asked for', async () => {
    begin('hans')
    main.innerHTML = '<ul><li lang="zh-Hant">題</li></ul>'
    await until('<ul><li lang="zh-Hans" data-lang="zh-Hant">题</li></ul>')
    main.insertAdjacentHTML('beforeend', '<p lang="zh-Hant">題</p>')
    await until(
      '<ul><li lang="zh-Hans" data-lang="zh-Hant">题</li></ul><p lang="zh-Hans" data-lang="zh-Hant">题</p>',
    )
    expect(asked).toEqual(['題'])
  })

  test('is written anew where another text is drawn in the same element', async () => {
    begin('hans')
    main.innerHTML = '<p lang="zh-Hant">題</p>'
    const p = main.querySelector('p')
    await until('<p lang="zh-Hans" data-lang="zh-Hant">题</p>')
    if (p?.firstChild) p.firstChild.nodeValue = '馬'
    await until('<p lang="zh-Hans" data-lang="zh-Hant">马</p>')
    // Of another language now, as whoever draws it says.
    p?.setAttribute('lang', 'zh-CN')
    if (p) p.textContent = '靜'
    await until('<p lang="zh-CN">靜</p>')
  })

  test('stays as it is while the words cannot be had', async () => {
    const away = vi.fn(async () => Promise.reject(new Error('away')))
    main.innerHTML = '<p lang="zh-Hant">題</p>'
    begin('hans', null, away)
    await vi.waitFor(() => expect(away).toHaveBeenCalledOnce())
    expect(main.innerHTML).toBe('<p lang="zh-Hant">題</p>')
  })

  test('is not written for a wish that was taken back while it was asked for', async () => {
    let tell = (_: string): void => {}
    main.innerHTML = '<p lang="zh-Hant">題</p>'
    const writer = begin('source', null, () => new Promise((resolve) => (tell = resolve)))
    writer.want('hans')
    writer.want('source')
    tell('題题')
    await new Promise((resolve) => setTimeout(resolve))
    expect(main.innerHTML).toBe('<p lang="zh-Hant">題</p>')
  })
})

describe('a page that the server wrote', () => {
  const served = { words: '題题 靜静', sources: ['靜', '夜思', '題'] }
  const html =
    '<div id="app"><h2 lang="zh-Hans" data-lang="zh-Hant">静<mark>夜思</mark></h2></div><p lang="zh-Hans" data-lang="zh-Hant">题</p>'

  test('is given as it was drawn to who takes it over, and nothing is asked', () => {
    main.innerHTML = html
    const app = main.querySelector<HTMLElement>('#app')
    if (!app) throw new Error('no app')
    let found = ''
    begin('hans', served).takeOver(app, () => (found = app.innerHTML))
    expect(found).toBe('<h2 lang="zh-Hant">靜<mark>夜思</mark></h2>')
    expect(main.innerHTML).toBe(html)
    expect(asked).toEqual([])
  })

  test('goes back to its sources when they are wanted', () => {
    main.innerHTML = html
    begin('hans', served).want('source')
    expect(main.innerHTML).toBe(
      '<div id="app"><h2 lang="zh-Hant">靜<mark>夜思</mark></h2></div><p lang="zh-Hant">題</p>',
    )
  })

  test('is loaded again where nobody knows what stood there', () => {
    main.innerHTML = html
    const reload = vi.spyOn(window.location, 'reload').mockImplementation(() => undefined)
    begin('hans', { words: '', sources: ['靜'] }).want('source')
    expect(reload).toHaveBeenCalledOnce()
  })
})
