// @vitest-environment happy-dom
// A drawn page as it is read out: order, names, levels, languages, and what is wrong with them.
import { openPage } from '@shuxiang/site-blocks'
import { patterns } from '@shuxiang/site-templates/patterns'
import { beforeEach, describe, expect, it } from 'vitest'
import { heardIn } from './heard.ts'

function heard(body: string): string[] {
  document.body.innerHTML = body
  return heardIn(document.body).map(({ kind, words, number, role, language, depth, fault }) =>
    ['-'.repeat(depth), role || kind, number || '', words, language && `(${language})`, fault && `!${fault}`]
      .filter(Boolean)
      .join(' '),
  )
}
beforeEach(() => {
  document.documentElement.lang = 'zh-CN'
})

it('what stands on a page is said in order, by its name, inside of its landmarks', () => {
  expect(
    heard(`<a class="skip" href="#main">跳到正文</a>
      <header><a href="/"><span aria-hidden="true">书</span> <span>浙江图书馆</span></a>
        <nav aria-label="主导航"><ul><li><a href="/search">检索</a></li><li><a href="/visit">到馆</a></li></ul></nav></header>
      <main><h1>一次检索</h1>
        <form role="search"><label for="q">检索词</label><input id="q"><button>查</button></form>
        <section aria-labelledby="t"><h2 id="t">公告</h2><p>周一闭馆，<a href="/notices">公告全文</a>。</p>
          <header>不是页头</header></section>
        <img src="a" alt="馆舍外景"><img src="b" alt=""></main>
      <footer><p>地址</p></footer>`),
  ).toEqual([
    'link 跳到正文',
    'banner',
    '- link 浙江图书馆',
    '- navigation 主导航',
    '-- list 2',
    '-- link 检索',
    '-- link 到馆',
    'main',
    '- heading 1 一次检索',
    '- search',
    '-- text 检索词',
    '-- field 检索词',
    '-- button 查',
    '- region 公告',
    '-- heading 2 公告',
    '-- text 周一闭馆，',
    '-- link 公告全文',
    '-- text 不是页头',
    '- image 馆舍外景',
    'contentinfo',
    '- text 地址',
  ])
})

describe('what is wrong is told where it stands', () => {
  it.each([
    ['<h1>一</h1><h3>三</h3>', 'heading 3 三 !heading-skips'],
    ['<h1>一</h1><h1>二</h1>', 'heading 1 二 !heading-second-top'],
    ['<h2> </h2>', 'heading 2 !heading-empty'],
    ['<a href="/x"><span aria-hidden="true">→</span></a>', 'link !link-empty'],
    ['<a href="/x">更多 »</a>', 'link 更多 » !link-nothing'],
    ['<a href="/x">Read more…</a>', 'link Read more… !link-nothing'],
    ['<button><svg></svg></button>', 'button !button-empty'],
    ['<img src="a">', 'image !image-no-text'],
    ['<input type="search">', 'field !field-empty'],
  ])('%s', (html, line) => {
    expect(heard(html).at(-1)).toBe(line)
  })
  it('and a page without faults has none', () => {
    expect(heard('<h1>一</h1><h2>二</h2><h3>三</h3><h2>二</h2><a href="/">首页</a>').join()).not.toContain(
      '!',
    )
  })
})

it('another language is told, and is over where it is over', () => {
  expect(
    heard('<p>书名<i lang="en">Walden</i>是英文</p><p lang="en">English <b lang="zh-CN">中</b></p>'),
  ).toEqual(['text 书名', 'text Walden (en)', 'text 是英文', 'text English (en)', 'text 中'])
})

it('what is hidden is not said: by attribute, by style, folded away', () => {
  expect(
    heard(`<p hidden>一</p><p style="display:none">二</p><p aria-hidden="true">三</p><style>p{}</style>
      <details><summary>偏好</summary><p>折起来的</p></details><details open><summary>开</summary><p>看得见</p></details>`),
  ).toEqual(['button 偏好', 'button 开', 'text 看得见'])
})

it('hostile names are words', () => {
  expect(heard('<h2>&lt;img src=x onerror=alert(1)&gt;</h2>')).toEqual([
    'heading 2 <img src=x onerror=alert(1)>',
  ])
})

it('every ready section is heard without a fault', () => {
  const context = {
    locale: 'en',
    today: '2026-11-22',
    now: '2026-11-22T12:00:00Z',
    path: '/',
    parameters: {},
  } as const
  document.documentElement.lang = 'en'
  for (const { id, root, blocks } of patterns) {
    const page = openPage(
      { schema: 1, meta: { title: { en: id } }, root: [...root], blocks: { ...blocks } },
      context,
    )
    const lines = heard(String(page.render(new Map())))
    expect({ id, faults: lines.filter((line) => line.includes('!')) }).toEqual({ id, faults: [] })
  }
})
