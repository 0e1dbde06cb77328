// @vitest-environment happy-dom
// What the page says where something else was searched for, or may be meant.
import { afterEach, describe, expect, it } from 'vitest'
import { documentOf, texts } from '@shuxiang/sdk/testing'
import type { SearchData } from '../operations.generated.ts'
import { nothing, searchData } from '../testing/answers.ts'
import { pages } from '../testing/pages.ts'

const htmlOf = async (url: string, data: SearchData): Promise<DocumentFragment> =>
  documentOf((await pages.render(url, { Search: { data } })).html)
const links = (html: DocumentFragment, where: string): readonly (string | null)[] =>
  [...html.querySelectorAll(`${where} a`)].map((link) => link.getAttribute('href'))

afterEach(pages.close)

describe('where something else was searched for', () => {
  const mended = searchData({ instead: { text: '静夜思', kind: 'title' }, meant: [{ text: '净业寺' }] })

  it('says for what, and leads back to the query as typed, with the filters kept', async () => {
    const html = await htmlOf('/search?q=静叶思&kind=poem&page=2', mended)
    expect(html.querySelector('.meant p')?.textContent).toContain('已改为检索“静夜思”，您输入的是“静叶思”。')
    expect(links(html, '.meant')).toEqual([
      `/search?q=${encodeURIComponent('静叶思')}&kind=poem&literal=1`,
      `/search?q=${encodeURIComponent('净业寺')}&kind=poem`,
    ])
    expect(html.querySelector('h1')?.textContent).toContain('静夜思')
    expect(html.querySelector('input[name=q]')?.getAttribute('value')).toBe('静叶思')
  })

  it('says how the texts read where a line differs by one character, and not that the reader erred', async () => {
    const line = searchData({ instead: { text: '春风自绿江南岸', kind: 'line' } })
    const html = await htmlOf('/search?q=春风又绿江南岸', line)
    const said = html.querySelector('.meant p')?.textContent
    expect(said).toContain('馆藏文本作“春风自绿江南岸”，与您输入的“春风又绿江南岸”有一字之异。')
    expect(said).not.toContain('已改为检索')
    const other = await htmlOf('/search?q=春风又绿江南', line)
    expect(other.querySelector('.meant p')?.textContent).toContain('已改为检索“春风自绿江南岸”')
  })

  it('shows the person who was meant', async () => {
    const person = {
      id: 'pli',
      label: '李清照',
      lifetime: null,
      period: null,
      workCount: 80,
      url: '/person/pli',
    }
    const html = await htmlOf(
      '/search?q=李清找',
      searchData({ instead: { text: '李清照', kind: 'creator', persons: [person] } }),
    )
    expect(links(html, '.person')).toEqual(['/person/pli'])
  })

  it('says so in English', async () => {
    const html = await htmlOf('/search?q=静叶思&lang=en', mended)
    expect(html.querySelector('.meant')?.textContent).toMatch(/静夜思.*静叶思/)
  })

  it('asks for the query alone where the address says that it is meant', async () => {
    const { asked } = await pages.render('/search?q=静叶思&literal=1', { Search: { data: nothing } })
    expect(asked[0]?.variables).toMatchObject({ query: '静叶思', instead: false, filter: [] })
  })

  it('keeps that when the reader filters, sorts and takes the results along', async () => {
    const html = await htmlOf('/search?q=静叶思&literal=1', searchData())
    const kept = [...html.querySelectorAll('form input[name=literal]')].map((input) =>
      input.getAttribute('value'),
    )
    expect(kept).toEqual(['1', '1', '1'])
    expect(
      links(html, '.found')
        .concat(links(html, 'nav'))
        .some((to) => to?.includes('literal=1')),
    ).toBe(true)
  })
})

describe('where something else may be meant', () => {
  it('offers it above what was found', async () => {
    const meant = [{ text: '谁谓尔无牛' }, { text: '谁谓尔无羊' }]
    const html = await htmlOf('/search?q=谁谓尔无净', searchData({ relaxed: true, meant }))
    expect(html.querySelector('.meant')?.textContent).toContain('您要找的是不是')
    expect(texts(html, '.meant li')).toEqual(['谁谓尔无牛', '谁谓尔无羊'])
    const place = html.querySelector('.meant')?.compareDocumentPosition(html.querySelector('.hit') ?? html)
    expect((place ?? 0) & 4).toBe(4)
  })

  it('says which words nothing has', async () => {
    const data = searchData({ relaxed: true, missing: ['鑫鑫', '<b>'] })
    const html = await htmlOf('/search?q=李白 鑫鑫 <b>', data)
    expect(html.textContent).toContain('没有找到“鑫鑫”、“<b>”')
  })
})

describe('where nothing was found', () => {
  const empty = (overrides: Partial<SearchData['search']>): SearchData => ({
    search: { ...nothing.search, ...overrides },
  })

  it('says why: words that nothing has, or words that are nowhere together', async () => {
    expect((await htmlOf('/search?q=龘龘 鑫鑫', empty({ missing: ['龘龘', '鑫鑫'] }))).textContent).toContain(
      '都没有“龘龘”、“鑫鑫”',
    )
    expect((await htmlOf('/search?q=李白 登高', empty({}))).textContent).toContain('没有一条资源同时含有它们')
    expect((await htmlOf('/search?q=鑫鑫', empty({}))).textContent).toContain('都没有这些字')
  })

  it.each(['', '&kind=poem'])(
    'does not say that texts lack a character that is not looked for there%s',
    async (more) => {
      const html = await htmlOf(`/search?q=龘${more}`, empty({ missing: ['龘'] }))
      expect(html.textContent).toContain('单个字只在题名、责任者和主题中查找，不查正文：“龘”')
      expect(html.textContent?.match(/单个字只在/g)).toHaveLength(1)
      expect(html.textContent).not.toMatch(/正文里都没有/)
      const english = await htmlOf(`/search?q=龘${more}&lang=en`, empty({ missing: ['龘'] }))
      expect(english.textContent).not.toMatch(/author or text holds/)
    },
  )

  it('offers a search without the filters only where that finds something, and says how much', async () => {
    const url = '/search?q=静夜思&period=宋'
    expect(texts(await htmlOf(url, empty({ unfilteredCount: 3 })), '.state li')[0]).toContain('有 3 条结果')
    expect(texts(await htmlOf(url, empty({})), '.state li').join()).not.toContain('去掉筛选条件')
  })

  it('gives advice that fits what was typed', async () => {
    expect((await htmlOf('/search?q=qqzz', empty({}))).textContent).toContain('能写汉字就写汉字')
    expect((await htmlOf('/search?q=鑫鑫', empty({}))).textContent).toContain('就写题名或作者的拼音')
  })
})
