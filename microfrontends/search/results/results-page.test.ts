// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { documentOf, gatewayAway, settled, texts, type Answers } from '@shuxiang/sdk/testing'
import { facetsIn, hit, hits, nothing, searchData } from '../testing/answers.ts'
import { pages } from '../testing/pages.ts'

const found = { Search: { data: searchData() } }

const quietNight = {
  id: 'p4k7m2',
  kind: 'poem' as const,
  title: '静夜思',
  snippet: '床前明月光，疑是地上霜。',
}

/** Typed into the box before the scripts arrive. */
const type = (text: string) => (element: HTMLElement) => {
  const box = element.querySelector<HTMLInputElement>('input[name=q]')
  if (box) box.value = text
}

/** The server's HTML as a document of its own: what a reader without scripts has. */
const htmlOf = async (url: string, answers: Answers = found): Promise<DocumentFragment> =>
  documentOf((await pages.render(url, answers)).html)

afterEach(pages.close)

describe('the result page from the server', () => {
  it('asks the graph once, with the address as variables', async () => {
    const { asked } = await pages.render(
      '/search?q=明月&period=唐&period=宋&kind=poem&sort=oldest&page=3',
      found,
    )
    expect(asked).toEqual([
      {
        name: 'Search',
        variables: {
          query: '明月',
          first: 20,
          offset: 40,
          filter: [
            { name: 'kind', anyOf: ['poem'], ifKnown: true },
            { name: 'period', anyOf: ['唐', '宋'], ifKnown: true },
          ],
          sort: 'OLDEST',
          facetSize: 20,
          language: 'zh-CN',
          withPersons: false,
          instead: true,
        },
      },
    ])
  })

  it('shows hits with marked words, people, time and holdings', async () => {
    const html = await htmlOf('/search?q=明月')
    expect(texts(html, '.hit h2')).toHaveLength(hits.length)
    expect(texts(html, '.hit mark')).toContain('明月')
    expect(texts(html, '.hit .by')[0]).toBe('李白 · 唐 · 全唐诗')
    expect(texts(html, '.hit .now')[0]).toContain('12 家图书馆有藏')
    expect(texts(html, '[data-testid=result-count]')).toEqual(['14,208'])
  })

  it('has the title that is known elsewhere in the link, with its language and what was found in it', async () => {
    const [first] = hits
    const edges = first ? [hit({ ...quietNight, inEnglish: 'Quiet [Night] Thought' }), first] : []
    const html = await htmlOf('/search?q=night', { Search: { data: searchData({ edges }) } })
    expect(texts(html, '.hit h2 a')).toEqual(['静夜思 Quiet Night Thought', '静夜思'])
    const beside = html.querySelector('.hit h2 a [lang=en]')
    expect(beside?.querySelector('mark')?.textContent).toBe('Night')
  })

  it('says of each hit what can be done with it now', async () => {
    const html = await htmlOf('/search?q=明月')
    expect(texts(html, '.hit .now')).toEqual([
      '在线全文 12 家图书馆有藏',
      '在线全文 9 家图书馆有藏',
      '1 家图书馆有藏',
    ])
  })

  it('offers to skip the filters, first of all that the results begin with', async () => {
    const html = await htmlOf('/search?q=明月')
    const first = html.querySelector('.results a')
    expect([first?.textContent, first?.getAttribute('href')]).toEqual(['跳到检索结果', '#found'])
    expect(html.querySelector('#found')?.getAttribute('tabindex')).toBe('-1')
    expect(html.querySelector('#found .hit')).not.toBeNull()
  })

  it('has no filter button where nothing was found, with filters or without', async () => {
    for (const url of ['/search?q=qqzzxx', '/search?q=qqzzxx&kind=poem&period=唐']) {
      const html = await htmlOf(url, { Search: { data: nothing } })
      expect(html.querySelector('a[href="#filters"]')).toBeNull()
    }
    expect((await htmlOf('/search?q=明月')).querySelector('a[href="#filters"]')).not.toBeNull()
  })

  it('says that one character is not looked for in texts', async () => {
    const html = await htmlOf('/search?q=李白 月')
    expect(texts(html, '.note')).toContain('单个字只在题名、责任者和主题中查找，不查正文：“月”。')
    expect(texts(await htmlOf('/search?q=李白 明月'), '.note').join('')).not.toContain('单个字')
  })

  it('names the text of a work that reads as its snippet does', async () => {
    const known = {
      id: 'p1',
      kind: 'poem' as const,
      title: '静夜思',
      people: ['李白'],
      snippet: '举头望[明月]',
    }
    const html = await htmlOf('/search?q=明月', {
      Search: {
        data: searchData({
          edges: [hit({ ...known, snippetSource: '唐诗三百首' }), hit({ ...known, id: 'p2' })],
        }),
      },
    })
    expect(texts(html, '.hit .source')).toEqual(['唐诗三百首作：'])
    const covers = await htmlOf('/search?q=明月&view=covers', {
      Search: { data: searchData({ edges: [hit({ ...known, snippetSource: '唐诗三百首' })] }) },
    })
    expect(texts(covers, '.hit .source')).toEqual([])
  })

  it('leads to the chapter of a work that was found, and lists the others', async () => {
    const anthology = {
      id: 'b1',
      kind: 'book' as const,
      title: '唐诗三百首',
      snippet: '床前[明月]光',
      chapters: [
        '11 静夜思: 床前[明月]光',
        '76 关山[月]: [明月]出天山',
        '129 山居秋暝: 空山新雨后，天气晚来秋。[明月]松间照',
      ],
      chapterCount: 15,
      cutAt: 1_000_000,
    }
    const html = await htmlOf('/search?q=明月', { Search: { data: searchData({ edges: [hit(anthology)] }) } })
    const heading = html.querySelector('.hit h2 a')
    expect([heading?.getAttribute('href'), heading?.textContent?.replace(/\s+/g, ' ')]).toEqual([
      '/item/b1?part=11',
      '唐诗三百首 · 静夜思',
    ])
    expect(texts(html, '.hit .chapters p')).toEqual(['书中有 15 篇含检索词', '另外 12 篇未列出'])
    expect(texts(html, '.hit .chapters li')).toEqual(['关山月明月出天山', '山居秋暝…天气晚来秋。明月松间照'])
    const links = [...html.querySelectorAll('.hit .chapters a')].map((link) => link.getAttribute('href'))
    expect(links).toEqual(['/item/b1?part=76', '/item/b1?part=129'])
    expect(texts(html, '.hit .held')).toEqual(['正文很长，只检索了开头 1,000,000 字'])
  })

  it('says nothing more of a work of which one chapter was found', async () => {
    const anthology = {
      id: 'b1',
      kind: 'book' as const,
      title: '唐诗',
      snippet: '',
      chapters: ['2 静夜思: 床前[明月]光'],
    }
    const html = await htmlOf('/search?q=明月', { Search: { data: searchData({ edges: [hit(anthology)] }) } })
    expect(html.querySelector('.hit h2 a')?.getAttribute('href')).toBe('/item/b1?part=2')
    expect(html.querySelector('.chapters')).toBeNull()
  })

  it('says what an order by date rests on, and only then', async () => {
    const notes = async (url: string): Promise<readonly string[]> =>
      texts(await htmlOf(url), '[data-testid=order-note]')
    expect(await notes('/search?q=明月')).toEqual([])
    expect(await notes('/search?q=明月&sort=oldest')).toEqual([
      '按年份排列；14,203 条没有年份，按朝代先后。 3 条没有年代，排在最后。',
    ])
  })

  it('does not offer an order by date to results of one time', async () => {
    const dates = { stated: 0, byPeriod: 45, undated: 0, differ: false }
    const html = await htmlOf('/search?q=明月', { Search: { data: searchData({ dates }) } })
    const offered = [...html.querySelectorAll('.sort option')].map((option) => option.getAttribute('value'))
    expect(offered).toEqual(['relevance', 'popular', 'title'])
  })

  it('says how a query with signs was read, and leads to its plain words with the filters kept', async () => {
    const sign = (type: string) => ({ type, field: '', text: '' })
    const reading = {
      pieces: [
        { type: 'phrase', field: 'any', text: '明月' },
        sign('and'),
        sign('not'),
        sign('open'),
        { type: 'term', field: 'creator', text: '李白' },
        sign('or'),
        { type: 'prefix', field: 'title', text: 'chr' },
        sign('close'),
      ],
      literal: '明月 "NOT" 李白',
    }
    const answers = { Search: { data: searchData({ reading }) } }
    const html = await htmlOf('/search?q=x&kind=poem&page=3', answers)
    expect(texts(html, '.reading')).toEqual([
      '已按语法理解：原句“明月” 且 不含（作者“李白” 或 题名以“chr”开头的词）。 不作理解，只检索这些字',
    ])
    expect(html.querySelector('.reading a')?.getAttribute('href')).toBe(
      '/search?q=%E6%98%8E%E6%9C%88+%22NOT%22+%E6%9D%8E%E7%99%BD&kind=poem',
    )
    expect(texts(await htmlOf('/search?q=明月'), '.reading')).toEqual([])
  })

  it('is a form that keeps the whole search, so that filters work without scripts', async () => {
    const html = await htmlOf('/search?q=明月&kind=poem&sort=title&period=唐&page=4')
    const form = html.querySelector('#filters form')
    const data = [...(form?.querySelectorAll('input') ?? [])]
      .filter((input) => input.type === 'hidden' || input.hasAttribute('checked'))
      .map((input) => [input.name, input.value])
    expect(data).toEqual([
      ['q', '明月'],
      ['kind', 'poem'],
      ['sort', 'title'],
      ['period', '唐'],
    ])
    expect(texts(html, '#filters button')).toEqual(['应用筛选'])
  })

  it('shows a kind and a facet that it has never heard of in the words of the graph', async () => {
    const value = (id: string, label: string) => ({ value: id, label, count: 3, selected: false })
    const facets = [
      { name: 'kind', label: '类型', valueCount: 2, values: [value('map', '地图'), value('book', '图书')] },
      {
        name: 'scale',
        label: '比例尺',
        valueCount: 2,
        values: [value('50k', '1:50,000'), value('10k', '1:10,000')],
      },
      { name: 'access', label: '阅读方式', valueCount: 1, values: [value('open', '公开')] },
    ]
    const html = await htmlOf('/search?scale=50k', { Search: { data: searchData({ facets }) } })
    expect(texts(html, '.tabs a')).toContain('地图 3')
    expect(texts(html, '.filters legend')).toEqual(['比例尺'])
    expect(html.querySelector('.filters input[name=scale][value="50k"]')?.hasAttribute('checked')).toBe(true)
    expect(texts(html, '.chips a')).toEqual(['比例尺：1:50,000 ×'])
  })

  it('offers every kind with its number and marks the one chosen', async () => {
    const html = await htmlOf('/search?q=明月&kind=poem')
    expect(texts(html, '.tabs a').slice(0, 2)).toEqual(['全部 14,208', '诗词 13,551'])
    expect(texts(html, '.tabs [aria-current=page]')).toEqual(['诗词 13,551'])
  })

  it('links to the neighbouring pages and says which page of how many this is', async () => {
    const html = await htmlOf('/search?q=明月&page=2')
    expect(texts(html, '.pages .short')).toEqual(['第 2 页，共 500 页'])
    const next = html.querySelector('.pages a[rel=next]')
    expect(next?.getAttribute('href')).toBe('/search?q=%E6%98%8E%E6%9C%88&page=3')
  })

  it('says that the results end before the page asked for, and leads back', async () => {
    const html = await htmlOf('/search?q=明月&page=400', {
      Search: { data: searchData({ edges: [], totalCount: 45 }) },
    })
    expect(html.textContent).toContain('一共只有 3 页')
    expect(html.querySelector('.note a.link')?.getAttribute('href')).toBe(
      '/search?q=%E6%98%8E%E6%9C%88&page=3',
    )
  })

  it('names what was looked for when nothing was found, and things to try', async () => {
    const { html, head } = await pages.render('/search?q=鑫鑫&period=唐', { Search: { data: nothing } })
    expect(head.status).toBe(200)
    expect(html).toContain('没有找到“鑫鑫”')
    expect(texts(documentOf(html), '.state li')).toHaveLength(3)
    expect(texts(documentOf(html), '[data-testid=result-count]')).toEqual([])
  })

  it('says when only some of the words were found', async () => {
    const { html } = await pages.render('/search?q=x', { Search: { data: searchData({ relaxed: true }) } })
    expect(html).toContain('没有同时含有全部检索词')
  })

  it('never says that nothing was found while the index is being filled again', async () => {
    const filling = { done: 1_200, total: 20_000 }
    const none = { search: { ...nothing.search, filling } }
    const { html } = await pages.render('/search?q=静夜思', { Search: { data: none } })
    expect(html).toContain('正在重新编制，已完成 1,200 / 20,000 条')
    expect(html).toContain('不等于没有')
    expect(html).not.toContain('没有找到')
    expect(html).not.toContain('result-count')
    const some = await pages.render('/search?q=x', { Search: { data: searchData({ filling }) } })
    expect(some.html).toContain('结果可能不全')
    expect(some.html).toContain('14,208')
    const begins = { search: { ...nothing.search, filling: { done: 0, total: 0 } } }
    expect((await pages.render('/search?q=x', { Search: { data: begins } })).html).toContain('正在重新编制。')
  })

  it('answers 503 with what is kept and one button when the gateway is away', async () => {
    const { html, head } = await pages.render('/search?q=明月', { Search: gatewayAway() })
    expect(head.status).toBe(503)
    expect(html).toContain('暂时不能检索')
    expect(html).toContain('href="/search?q=%E6%98%8E%E6%9C%88"')
    expect(html).toContain('value="明月"')
  })

  it('answers 503 as well when the graph answers without results', async () => {
    const errors = [{ message: 'timeout', path: ['search'], code: 'SUBGRAPH_TIMEOUT' }]
    const { head, html } = await pages.render('/search?q=x', { Search: { data: null, errors } })
    expect(head.status).toBe(503)
    expect(html).toContain('再试一次')
  })

  it('answers 500 for a fault that lasts, without a retry that cannot help', async () => {
    const errors = [{ message: 'Error id 7', path: ['search'], code: 'INTERNAL_SERVER_ERROR' }]
    const { head, html } = await pages.render('/search?q=x', { Search: { data: null, errors } })
    expect(head.status).toBe(500)
    expect(html).not.toContain('再试一次')
  })

  it('says plainly that a query was refused, without a retry that cannot help', async () => {
    const refused = [{ message: 'no', path: ['search'], code: 'BAD_USER_INPUT' }]
    const { html, head } = await pages.render('/search?q=x', { Search: { data: null, errors: refused } })
    expect(head.status).toBe(200)
    expect(html).toContain('无法执行')
    expect(html).not.toContain('再试一次')
  })

  it('writes what was typed as text, whatever it is', async () => {
    const q = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
    const { html, head } = await pages.render(`/search?q=${encodeURIComponent(q)}`, found)
    expect(html).not.toMatch(/<script|<img/)
    expect(head.title).toContain(q)
  })

  it.each([
    '/search',
    '/search?q=%ED%A0%BD',
    '/search?__proto__=x&constructor=y&q=a',
    `/search?q=${encodeURIComponent('月'.repeat(10_000))}`,
    `/search?${'period=x&'.repeat(5_000)}`,
    '/search?q=%E0%A4%A&page=%00',
  ])('renders for the hostile address %#', async (url) => {
    const { head, asked } = await pages.render(url, found)
    expect(head.status).toBe(200)
    expect(JSON.stringify(asked).length).toBeLessThan(10_000)
  })
})

describe('the result page in the browser', () => {
  it('filters at once when a box is ticked, back on the first page', async () => {
    const { element, visited, portal } = await pages.open('/search?q=明月&page=3', found)
    element.querySelector<HTMLInputElement>('#filters input[value=唐]')?.click()
    await settled()
    expect(visited.at(-1)).toBe('/search?q=%E6%98%8E%E6%9C%88&period=%E5%94%90')
    expect(portal.calls.gql).toHaveLength(1)
    expect(portal.calls.announce).toEqual(['找到 14,208 条结果'])
    expect(texts(element, '.chips a')).toEqual(['朝代：唐 ×'])
  })

  it('tells whoever hears the page how the texts read, in the words of the page', async () => {
    const line = searchData({ instead: { text: '春风自绿江南岸', kind: 'line' } })
    const { element, portal } = await pages.open('/search?q=春风又绿江南岸', { Search: { data: line } })
    element.querySelector<HTMLInputElement>('#filters input[value=唐]')?.click()
    await settled()
    const said = '馆藏文本作“春风自绿江南岸”，与您输入的“春风又绿江南岸”有一字之异。'
    expect(portal.calls.announce).toEqual([`${said} 找到 14,208 条结果`])
    expect(element.querySelector('.meant p')?.textContent).toContain(said)
  })

  it('takes a filter away by its chip', async () => {
    const { element, visited } = await pages.open('/search?q=明月&period=唐', found)
    element.querySelector<HTMLElement>('.chips a')?.click()
    await settled()
    expect(visited.at(-1)).toBe('/search?q=%E6%98%8E%E6%9C%88')
  })

  it('keeps the old results in place while new ones are fetched, and the box follows the address', async () => {
    let answer = (): void => {}
    const late = new Promise<void>((resolve) => {
      answer = resolve
    })
    const Search = (variables: unknown) =>
      JSON.stringify(variables).includes('明月')
        ? { data: searchData() }
        : late.then(() => ({ data: searchData({ totalCount: 7 }) }))
    const { element, go } = await pages.open('/search?q=明月', { Search })
    await go('/search?q=花')
    expect(element.querySelector('.results')?.getAttribute('aria-busy')).toBe('true')
    expect(texts(element, '[data-testid=result-count]')).toEqual(['14,208'])
    expect(element.querySelector<HTMLInputElement>('.ask input')?.value).toBe('花')
    answer()
    await settled()
    expect(texts(element, '[data-testid=result-count]')).toEqual(['7'])
  })

  it('shows former results at once when the reader goes back', async () => {
    const { element, portal, go } = await pages.open('/search?q=明月', found)
    await go('/search?q=花')
    const asked = portal.calls.gql.length
    await go('/search?q=明月')
    expect(portal.calls.gql.length).toBe(asked)
    expect(texts(element, '.hit')).toHaveLength(hits.length)
  })

  it('never shows the hits of another search when the gateway goes away, and finds by itself when it is back', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    let away = false
    const Search = () => (away ? gatewayAway() : { data: searchData() })
    const { element, go, portal } = await pages.open('/search?q=明月', { Search })
    away = true
    await go('/search?q=花')
    expect(texts(element, '.hit')).toEqual([])
    expect(texts(element, 'h1, .state h2')).toEqual(['“花”的检索结果', '暂时不能检索'])
    expect(portal.calls.head.at(-1)).toMatchObject({ status: 503 })
    away = false
    vi.advanceTimersByTime(2_000)
    vi.useRealTimers()
    await settled()
    expect(texts(element, '.hit')).toHaveLength(hits.length)
    expect(portal.calls.head.at(-1)).toMatchObject({ title: '“花”的检索结果', status: 200, waiting: false })
  })

  it('does not say that results are open while they are fetched', async () => {
    const Search = () => new Promise<never>(() => {})
    const { portal } = await pages.open('/search?q=明月', { Search }, { ssr: false })
    expect(portal.calls.head.at(-1)).toMatchObject({ title: '“明月”的检索结果', waiting: true })
  })

  it('tries again with its one button', async () => {
    let away = true
    const Search = () => (away ? gatewayAway() : { data: searchData() })
    const { element } = await pages.open('/search?q=明月', { Search })
    expect(texts(element, '.state .btn')).toEqual(['再试一次'])
    away = false
    element.querySelector<HTMLElement>('.state .btn')?.click()
    await settled()
    expect(texts(element, '.hit')).toHaveLength(hits.length)
  })

  it('opens the filters as a sheet on a phone, with one button that shows the number of results', async () => {
    const { element } = await pages.open('/search?q=明月', found)
    element.querySelector<HTMLElement>('.narrow')?.click()
    await settled()
    const sheet = element.querySelector('dialog')
    expect(sheet?.open).toBe(true)
    expect(texts(element, 'dialog .btn.primary')).toEqual(['显示 14,208 条结果'])
    element.querySelector<HTMLElement>('dialog .btn.primary')?.click()
    await settled()
    expect(element.querySelector('dialog')).toBeNull()
  })

  it('searches anew by the box, keeping the kind and dropping the other filters', async () => {
    const { element, visited } = await pages.open('/search?q=明月&kind=poem&period=唐', found)
    const input = element.querySelector<HTMLInputElement>('.ask input[name=q]')
    if (input) input.value = ' 花 '
    element.querySelector('form.ask')?.dispatchEvent(new SubmitEvent('submit', { cancelable: true }))
    await settled()
    expect(visited.at(-1)).toBe('/search?q=%E8%8A%B1&kind=poem')
  })

  it('never takes away what was typed before the scripts came, until another search is shown', async () => {
    const { element, go } = await pages.open('/search?q=明月', found, { before: type('明月几') })
    const input = element.querySelector<HTMLInputElement>('.ask input[name=q]')
    expect(input?.value).toBe('明月几')
    await go('/search?q=明月&period=唐')
    expect(input?.value).toBe('明月几')
    await go('/search?q=花')
    expect(input?.value).toBe('花')
  })

  it('gives its box suggestions as soon as the reader goes there', async () => {
    const { element } = await pages.open('/search?q=明月', found)
    const input = element.querySelector<HTMLInputElement>('.ask input[name=q]')
    input?.dispatchEvent(new FocusEvent('focusin', { bubbles: true }))
    await vi.waitFor(() => expect(input?.getAttribute('role')).toBe('combobox'))
  })

  it('speaks English with English plurals', async () => {
    const Search = { data: searchData({ totalCount: 1, facets: facetsIn('en') }) }
    const { element } = await pages.open('/search?q=x', { Search }, { locale: 'en' })
    expect(texts(element, '.bar p')).toEqual(['1 result'])
    expect(texts(element, '.tabs a')[1]).toBe('Poetry 13,551')
  })
})
