// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { documentOf, type Answers } from '@shuxiang/sdk/testing'
import { facetsIn, nothing, searchData } from '../testing/answers.ts'
import { pages } from '../testing/pages.ts'

/** As the graph answers: words in the language that was asked for. */
const found: Answers = {
  Search: (variables) => ({
    data: searchData({
      facets: [
        ...facetsIn(JSON.stringify(variables).includes('"language":"en"') ? 'en' : 'zh-CN'),
        {
          name: 'scale',
          label: 'Scale',
          valueCount: 1,
          values: [{ value: '1to50', label: '1:50', count: 2, selected: true }],
        },
      ],
    }),
  }),
}

async function said(url: string, answers: Answers, locale: 'zh-CN' | 'en' = 'zh-CN') {
  const { head, html } = await pages.render(url, answers, locale)
  return { head, heading: documentOf(html).querySelector('h1')?.textContent }
}

describe('title and heading of the results', () => {
  it.each([
    ['/search', '全部资源', 'All resources'],
    ['/search?q=月', '“月”的检索结果', 'Results for “月”'],
    ['/search?kind=book', '图书', 'Books'],
    ['/search?kind=book&kind=audio', '图书、听书', 'Books, Audiobooks'],
    ['/search?author=person:li-bai', '李白的作品', 'Works by 李白'],
    ['/search?author=person:li-bai&kind=poem', '李白的诗词', 'Poetry by 李白'],
    ['/search?period=唐', '唐代资源', 'Resources of the period 唐'],
    ['/search?period=先秦&kind=book', '先秦图书', 'Books of the period 先秦'],
    ['/search?collection=quan-tang-shi', '全唐诗所收资源', 'Resources in 全唐诗'],
    ['/search?library=lib:ndl', '国家图书馆馆藏资源', 'Resources held by 国家图书馆'],
    ['/search?language=zh-Hans', '中文（简体）资源', 'Resources in Chinese (simplified)'],
    [
      '/search?library=lib:33&collection=quan-song-ci&period=唐&period=宋&author=person:li-bai&kind=poem',
      '浙江图书馆馆藏全宋词所收唐代、宋代李白的诗词',
      'Poetry by 李白 of the period 唐, 宋 in 全宋词 held by 浙江图书馆',
    ],
    [
      '/search?author=person:li-bai&author=person:su-shi&author=person:bai-juyi&author=person:wang-wei',
      '李白、苏轼、白居易等的作品',
      'Works by 李白, 苏轼, 白居易 and others',
    ],
    ['/search?q=月&author=person:li-bai', '“月”的检索结果：李白的作品', 'Results for “月”: Works by 李白'],
    ['/search?kind=poem&page=3', '诗词 · 第 3 页', 'Poetry · page 3'],
    ['/search?scale=1to50', 'scale为1:50的资源', 'Resources with scale 1:50'],
    // Nobody has this identifier: it is not shown as a name.
    ['/search?author=p123', '所选作者的作品', 'Works by the chosen author'],
    ['/search?kind=x', '所选类型', 'the chosen kind'],
  ])('of %s are %s', async (url, chinese, english) => {
    for (const [locale, words] of [['zh-CN', chinese] as const, ['en', english] as const]) {
      const { head, heading } = await said(url, found, locale)
      expect(head.title).toBe(words)
      expect(heading).toBe(words)
    }
  })
})

describe('what machines may keep', () => {
  it.each([
    ['/search', true],
    ['/search?kind=poem', true],
    ['/search?author=person:li-bai', true],
    ['/search?library=lib:ndl', true],
    ['/search?collection=quan-tang-shi&period=唐', false],
    ['/search?kind=poem&kind=book', false],
    ['/search?kind=poem&page=2', false],
    ['/search?kind=poem&sort=title', false],
    ['/search?language=zh-Hans', false],
    ['/search?scale=1to50', false],
    ['/search?kind=poem&fbclid=x', true],
    ['/search?q=月', false],
  ])('%s: %s', async (url, kept) => {
    const { head } = await said(url, found)
    expect(head.robots).toBe(kept ? undefined : 'noindex, follow')
    expect(head.description === undefined).toBe(!kept)
  })
  it('is never an empty page', async () => {
    expect((await said('/search?author=p1', { Search: { data: nothing } })).head.robots).toBe(
      'noindex, follow',
    )
  })
  it('is what links lead to that machines follow', async () => {
    const { html } = await pages.render('/search?q=月&period=唐', found)
    const template = document.createElement('template')
    template.innerHTML = html
    const links = [...template.content.querySelectorAll('.tabs a, .chips a, .pages li a')]
    expect(links.length).toBeGreaterThan(8)
    expect(links.map((link) => link.getAttribute('rel'))).toEqual(links.map(() => 'nofollow'))
    const browsing = document.createElement('template')
    browsing.innerHTML = (await pages.render('/search', found)).html
    expect(browsing.content.querySelector('.tabs a[rel]')).toBeNull()
  })
})
