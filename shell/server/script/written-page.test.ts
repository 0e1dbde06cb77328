import { describe, expect, it } from 'vitest'
import { rewritablePage } from './written-page.ts'

const words = '靜静 樂乐 開开 馬马 題题 乾坤乾坤 乾干'
const written = (html: string, wish: 'hans' | 'hant' = 'hans') => rewritablePage(html, wish)?.write(words)

describe('a page in the script that is wanted', () => {
  it('has texts of the other script written so, in elements that say it', () => {
    expect(written('<p lang="lzh-Hant">靜<mark>夜</mark>思 &amp; 乾坤</p><p>題</p>')).toEqual({
      html: '<p lang="lzh-Hans" data-lang="lzh-Hant">静<mark>夜</mark>思 &amp; 乾坤</p><p>題</p>',
      sources: ['靜', '夜', '思 & 乾坤'],
    })
  })

  it('says the same of a text in which nothing changes: the shapes of its characters may', () => {
    expect(written('<p lang="lzh-Hant">山行</p>')).toEqual({
      html: '<p lang="lzh-Hans" data-lang="lzh-Hant">山行</p>',
      sources: ['山行'],
    })
  })

  it.each([
    ['what is in that script', '<p lang="zh-Hans">題</p>'],
    ['another language within', '<div lang="lzh-Hant"><i lang="zh-CN">題</i></div>'],
    ['what writes itself', '<div data-own-script><b lang="lzh-Hant">題</b></div>'],
    ['what is offered while somebody types', '<ul role="listbox"><li lang="lzh-Hant">題</li></ul>'],
    ['what is no text', '<script lang="lzh-Hant">"題"</script><textarea lang="zh-Hant">題</textarea>'],
    ['what only browsers without scripts see', '<div lang="zh-Hant"><noscript><p>題</p></noscript></div>'],
    ['attributes', '<a lang="zh-Hant" title="題">1</a>'],
    ['a page of nothing', ''],
  ])('leaves %s', (_, html) => {
    expect(rewritablePage(html, 'hans')).toBeNull()
  })

  it('keeps markup as it is written, whatever stands in it', () => {
    const html =
      '<!--[--><a HREF=\'/x?a=1&amp;b=2\' class=t lang=\'zh-Hant\' data-x="題">題<!-- 題 --><br>\n開</a><!--]--><svg viewBox="0 0 1 1"><text lang="zh-Hant">馬</text></svg>'
    expect(written(html)?.html).toBe(
      '<!--[--><a HREF=\'/x?a=1&amp;b=2\' class=t lang="zh-Hans" data-lang="zh-Hant" data-x="題">题<!-- 題 --><br>\n开</a><!--]--><svg viewBox="0 0 1 1"><text lang="zh-Hans" data-lang="zh-Hant">马</text></svg>',
    )
  })

  it('of a whole document has its main part written', () => {
    const html =
      '<!doctype html><html lang="zh-CN"><head><title lang="zh-Hant">題</title></head><body><header lang="zh-Hant">題</header><main id="main"><p lang="zh-Hant">題</p></main></body></html>'
    expect(written(html)?.html).toBe(
      html.replace('<p lang="zh-Hant">題', '<p lang="zh-Hans" data-lang="zh-Hant">题'),
    )
  })

  it('is written in bounded time, however deep it is', () => {
    const deep = `${'<b lang="zh-Hant">題'.repeat(2_000)}${'</b>'.repeat(2_000)}`
    const began = performance.now()
    expect(written(deep)?.sources).toHaveLength(2_000)
    expect(performance.now() - began).toBeLessThan(2_000)
  })
})
