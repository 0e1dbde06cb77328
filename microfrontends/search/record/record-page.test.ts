// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { documentOf, gatewayAway, settled, texts, type Answers } from '@shuxiang/sdk/testing'
import { chapter, citation, classic, holdings, poem, unheard, withdrawn } from '../testing/answers.ts'
import { pages } from '../testing/pages.ts'

const answersFor = (record: object | null): Answers => ({
  RecordPage: { data: { record } },
  Holdings: { data: holdings },
  Citation: { data: citation },
})
const ofPoem = answersFor(poem)
const inEnglish = answersFor({
  ...poem,
  agents: poem.agents.map((one) => ({ ...one, label: `Li Bai ${one.name}` })),
  abstract: '李白名篇。',
})
const ofClassic: Answers = {
  ...answersFor(classic),
  RecordPage: (variables) => {
    const asked = JSON.stringify(variables)
    const found = asked.includes('"chapter":2,') ? chapter : null
    return {
      data: { record: asked.includes('"withChapter":true') ? { ...classic, chapter: found } : classic },
    }
  },
}

const htmlOf = async (url: string, answers: Answers): Promise<DocumentFragment> =>
  documentOf((await pages.render(url, answers)).html)

afterEach(async () => {
  await pages.close()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

describe('the page of a poem', () => {
  it('shows the text before the facts, one couplet a line, in clauses', async () => {
    const html = await htmlOf('/item/p4k7m2', ofPoem)
    expect(texts(html, '.verse p')).toEqual(['床前明月光，疑是地上霜。', '举头望明月，低头思故乡。'])
    expect(texts(html, '.clause')).toHaveLength(4)
    const verse = html.querySelector('.verse')
    const facts = html.querySelector('dl.facts')
    expect(verse?.compareDocumentPosition(facts ?? verse)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
    expect(verse?.getAttribute('lang')).toBe('lzh-Hans')
  })

  it('has below the title what stands beside it, in its language, and tells where each title is found', async () => {
    const parallelTitles = [
      { title: 'Quiet Night Thought', language: 'en', source: null },
      { title: 'In the Quiet Night', language: 'en', source: 'A book, 1929' },
    ]
    const beside = async (record: object): Promise<(string | null | undefined)[]> => {
      const html = await htmlOf('/item/p4k7m2', answersFor({ ...poem, ...record }))
      const line = html.querySelector('.names h1 + .beside')
      return [line?.getAttribute('lang'), line?.textContent]
    }
    expect(await beside({})).toEqual([undefined, undefined])
    const titleBeside = { text: 'Quiet Night Thought', language: 'en' }
    const { head } = await pages.render('/item/p4k7m2', answersFor({ ...poem, titleBeside }))
    expect(await beside({ titleBeside })).toEqual(['en', 'Quiet Night Thought'])
    expect(head.title).toBe('静夜思 · Quiet Night Thought · 李白')
    expect(await beside({ titleBeside: { text: 'Jìng yè sī', language: 'zh-Latn-pinyin' } })).toEqual([
      'zh-Latn-pinyin',
      'Jìng yè sī',
    ])
    const html = await htmlOf('/item/p4k7m2', answersFor({ ...poem, parallelTitles }))
    expect(texts(html, 'dl.facts dd [lang=en]')).toEqual([
      'Quiet Night Thought',
      'In the Quiet Night (A book, 1929)',
    ])
  })

  it("shows an editor's brackets quietly and keeps them from the ear", async () => {
    const bracketed = { ...poem, text: [{ text: '紫禁朱櫻出上[蘭]，歸鞍競帶青絲籠。', kind: 'verse' }] }
    const html = await htmlOf('/item/p4k7m2', answersFor(bracketed))
    expect(texts(html, '.verse p')).toEqual(['紫禁朱櫻出上[蘭]，歸鞍競帶青絲籠。'])
    expect(texts(html, '.supplied')).toEqual(['[蘭]'])
    expect(texts(html, '.supplied [aria-hidden=true]')).toEqual(['[', ']'])
  })

  it('says of itself what machines want: canonical path, JSON-LD, alternates', async () => {
    const { head } = await pages.render('/item/p4k7m2?layout=vertical', ofPoem)
    expect(head).toMatchObject({
      title: '静夜思 · 李白',
      canonical: '/item/p4k7m2',
      status: 200,
      jsonLd: [{ '@context': 'https://schema.org', name: '静夜思' }],
      description: '床前明月光，疑是地上霜。举头望明月，低头思故乡。',
    })
    expect(head.alternates?.map(({ href }) => href)).toEqual([
      '/item/p4k7m2.bib',
      '/item/p4k7m2.ris',
      '/item/p4k7m2.json',
      '/item/p4k7m2.jsonld',
      '/item/p4k7m2.xml',
    ])
  })

  it('says what is cited in the words of Highwire and Dublin Core: a poem is a part of its collection', async () => {
    const { head } = await pages.render('/item/p4k7m2', ofPoem)
    const facts = (head.citation ?? []).map(({ name, content }) => `${name} ${content}`)
    expect(facts).toEqual(
      expect.arrayContaining([
        'citation_title 静夜思',
        'citation_author 李白',
        'citation_book_title 全唐诗',
        'citation_publication_date 726',
        'DC.type bookSection',
        'DC.creator 李白',
        'DC.coverage 唐',
        'DC.relation.isPartOf 全唐诗',
      ]),
    )
  })

  it('names in English who wrote it as its page does, in letters', async () => {
    const { head } = await pages.render('/item/p4k7m2', inEnglish, 'en')
    expect(head.title).toMatch(/ · Li Bai 李白$/)
  })

  it('says in English that an abstract is Chinese, and marks it so', async () => {
    const html = documentOf((await pages.render('/item/p4k7m2', inEnglish, 'en')).html)
    expect(texts(html, '.abstract h2')).toEqual(['Abstract (in Chinese only, as the text is)'])
    expect(html.querySelector('.abstract p')?.getAttribute('lang')).toBe('zh-Hans')
  })

  it('leads from an address of before to its own', async () => {
    expect((await pages.render('/item/former', ofPoem)).head).toMatchObject({
      moved: '/item/p4k7m2',
      canonical: '/item/p4k7m2',
    })
    expect((await pages.render('/item/p4k7m2', ofPoem)).head).not.toHaveProperty('moved')
  })

  it('goes without JSON-LD when the export is broken', async () => {
    const { head } = await pages.render('/item/x', answersFor({ ...poem, jsonLd: '{"@context"' }))
    expect(head).toMatchObject({ status: 200, jsonLd: [] })
  })

  it('says where to borrow it and that holdings are demonstration data', async () => {
    const html = await htmlOf('/item/p4k7m2', ofPoem)
    expect(texts(html, '.holdings li')).toEqual([
      '浙江图书馆到馆借阅',
      '杭州图书馆到馆借阅',
      '余杭区图书馆在线阅读',
    ])
    expect(html.querySelector('.holdings li a')?.getAttribute('href')).toBe('/library/zj')
    expect(html.textContent).toContain('馆藏为演示数据')
  })

  it('keeps its text when the libraries cannot be fetched', async () => {
    const html = await htmlOf('/item/p4k7m2', { ...ofPoem, Holdings: gatewayAway() })
    expect(texts(html, '.verse p')).toHaveLength(2)
    expect(texts(html, '.holdings p')).toContain('馆藏情况暂时取不到。')
  })

  it('works without scripts: cite and vertical setting are links', async () => {
    const html = await htmlOf('/item/p4k7m2', ofPoem)
    const links = [...html.querySelectorAll('.acts a')].map((link) => link.getAttribute('href'))
    expect(links).toEqual(['/item/p4k7m2.bib'])
    expect(html.querySelector('.bar a[href="/item/p4k7m2?layout=vertical"]')?.textContent).toBe('竖排')
    const vertical = await htmlOf('/item/p4k7m2?layout=vertical', ofPoem)
    expect(vertical.querySelector('.verse')?.classList.contains('down')).toBe(true)
  })

  it('turns the verse, remembers it in the address and for the next poem', async () => {
    const { element, visited, go } = await pages.open('/item/p4k7m2', ofPoem)
    const turn = (): HTMLElement | undefined =>
      [...element.querySelectorAll<HTMLElement>('.bar a')].find((link) => link.textContent === '竖排')
    turn()?.click()
    await settled()
    expect(visited.at(-1)).toBe('/item/p4k7m2?layout=vertical')
    expect(element.querySelector('.verse.down')).not.toBeNull()
    await go('/item/other')
    expect(element.querySelector('.verse.down')).not.toBeNull()
    expect(turn()?.getAttribute('aria-current')).toBe('true')
  })
})

describe('the page of a record of a kind that it has never heard of', () => {
  it('tells its details, dates, rights and relations in the words of the graph', async () => {
    const html = await htmlOf('/item/m1', answersFor(unheard))
    const labels = texts(html, 'dl.facts dt')
    const values = texts(html, 'dl.facts dd')
    const told = Object.fromEntries(labels.map((label, i) => [label, values[i]]))
    expect(told).toMatchObject({
      比例尺: '1:50,000',
      原图: 'https://example.org/map',
      发布: '1884年',
      属于: '浙江全图',
      地区: '杭州',
      责任者: '李白 著',
      ARK: 'ark:/99999/p4k7m2',
    })
    const links = [...html.querySelectorAll('dl.facts dd a')].map((link) => link.getAttribute('href'))
    expect(links).toEqual(
      expect.arrayContaining([
        'https://example.org/map',
        '/item/m0',
        `/search?place=${encodeURIComponent('杭州')}`,
        `/browse/subject/${encodeURIComponent('月')}`,
        'https://creativecommons.org/publicdomain/mark/1.0/',
      ]),
    )
    expect(texts(html, '.needed')).toEqual(['阅读方式：持读者证可读'])
    expect(html.textContent).toContain('地图')
  })

  it('lists what it consists of, some at a time, with ways on and back', async () => {
    const html = await htmlOf('/item/m1?members=20', answersFor(unheard))
    expect(texts(html, '.members li')).toHaveLength(20)
    expect(texts(html, '.members li')[0]).toBe('1第1幅')
    const ways = [...html.querySelectorAll('.members .pages a')].map((link) => link.getAttribute('href'))
    expect(ways).toEqual(['/item/m1', '/item/m1?members=40'])
    const { asked } = await pages.render('/item/m1?members=20', answersFor(unheard))
    expect(asked[0]?.variables).toMatchObject({ membersFrom: 20, language: 'zh-CN' })
  })

  it('says nothing of borrowing where there is no work', async () => {
    const html = await htmlOf('/item/m1', answersFor({ ...unheard, isWork: false }))
    expect(html.querySelector('.holdings')).toBeNull()
  })

  it('says nothing of access where it is open', async () => {
    expect(texts(await htmlOf('/item/p4k7m2', ofPoem), '.needed')).toEqual([])
  })
})

describe('citing', () => {
  const cite = async (element: HTMLElement): Promise<void> => {
    element.querySelector<HTMLElement>('.acts a[href$=".bib"]')?.click()
    await settled()
  }

  it('gives the reference in four styles, BibTeX and RIS, and files to download', async () => {
    vi.setSystemTime(new Date(2026, 10, 22, 12))
    const { element, portal } = await pages.open('/item/p4k7m2', ofPoem)
    await cite(element)
    expect(portal.calls.gql.map(({ name }) => name)).toEqual(['Citation'])
    expect(portal.calls.gql[0]?.variables).toEqual({ id: 'p4k7m2', chapter: null, accessed: '2026-11-22' })
    expect(texts(element, 'dialog .copy h3')).toEqual([
      'GB/T 7714—2015',
      'APA 7',
      'MLA 9',
      'Chicago 17',
      'BibTeX',
      'RIS',
    ])
    expect(texts(element, 'dialog .copy p')).toEqual([
      citation.record?.GBT7714,
      citation.record?.APA,
      citation.record?.MLA,
      citation.record?.CHICAGO,
      expect.stringMatching(/^@misc\{p4k7m2/),
      expect.stringMatching(/^TY - CLSWK/),
    ])
    const files = [...element.querySelectorAll('dialog a[download]')].map((link) => link.getAttribute('href'))
    expect(files).toEqual(['/item/p4k7m2.bib', '/item/p4k7m2.ris'])
    vi.useRealTimers()
  })

  it('can be scrolled by keyboard where it scrolls, under the name of its format', async () => {
    const { element } = await pages.open('/item/p4k7m2', ofPoem)
    await cite(element)
    const boxes = [...element.querySelectorAll<HTMLElement>('dialog [tabindex="0"]')]
    const named = boxes.map(
      (box) => element.querySelector(`#${box.getAttribute('aria-labelledby')}`)?.textContent,
    )
    expect(named).toEqual(['BibTeX', 'RIS'])
  })

  it('copies, says so aloud and on the button', async () => {
    const writeText = vi.fn(async () => undefined)
    vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } })
    const { element, portal } = await pages.open('/item/p4k7m2', ofPoem)
    await cite(element)
    element.querySelectorAll<HTMLElement>('dialog .copy button')[4]?.click()
    await settled()
    expect(writeText).toHaveBeenCalledWith(citation.record?.BIBTEX)
    expect(portal.calls.announce).toEqual(['已复制'])
    expect(texts(element, 'dialog .copy button')).toEqual(['复制', '复制', '复制', '复制', '已复制', '复制'])
  })

  it('still offers the files when the citation cannot be fetched, and closes again', async () => {
    const { element } = await pages.open('/item/p4k7m2', { ...ofPoem, Citation: gatewayAway() })
    await cite(element)
    expect(element.querySelector('dialog')?.textContent).toContain('引文暂时取不到')
    expect(element.querySelectorAll('dialog a[download]')).toHaveLength(2)
    element.querySelector<HTMLElement>('dialog header button')?.click()
    await settled()
    expect(element.querySelector('dialog')).toBeNull()
  })
})

describe('a work in chapters', () => {
  it('shows its contents and the way to read from the beginning', async () => {
    const html = await htmlOf('/item/lunyu', ofClassic)
    expect(texts(html, '.chapters li')).toHaveLength(classic.chapters.length)
    const primary = html.querySelector('.acts .primary')
    expect([primary?.textContent, primary?.getAttribute('href')]).toEqual(['从头阅读', '/item/lunyu?part=1'])
  })

  it('whose texts are not here has contents, and no way into them', async () => {
    const html = await htmlOf('/item/lunyu', answersFor({ ...classic, readable: false }))
    expect(texts(html, '.chapters li')).toHaveLength(classic.chapters.length)
    expect(html.querySelectorAll('.chapters a')).toHaveLength(0)
    expect(html.querySelector('.acts .primary')).toBeNull()
  })

  it('shows one chapter with the ones before and after it', async () => {
    const { head, html, asked } = await pages.render('/item/lunyu?part=2', ofClassic)
    expect(asked[0]?.variables).toEqual({
      id: 'lunyu',
      chapter: 2,
      withChapter: true,
      language: 'zh-CN',
      membersFrom: 0,
    })
    expect(head).toMatchObject({ title: '为政篇 · 论语 · 孔子弟子', canonical: '/item/lunyu?part=2' })
    const template = document.createElement('template')
    template.innerHTML = html
    expect(texts(template.content, '.prose p')).toHaveLength(3)
    const turns = [...template.content.querySelectorAll('.turn a')].map((link) => link.getAttribute('href'))
    expect(turns).toEqual(['/item/lunyu?part=1', '/item/lunyu', '/item/lunyu?part=3'])
  })

  it('says that a chapter does not exist and shows the contents', async () => {
    const html = await htmlOf('/item/lunyu?part=99', ofClassic)
    expect(html.textContent).toContain('没有第 99 篇，这部书共有 12 篇。')
    expect(texts(html, '.chapters li')).toHaveLength(classic.chapters.length)
  })

  it.each(['0', '-1', '1e3', '999999999', 'x'])('takes part=%s as the contents', async (part) => {
    const { asked } = await pages.render(`/item/lunyu?part=${part}`, ofClassic)
    expect(asked[0]?.variables).toMatchObject({ withChapter: false })
  })
})

describe('a record that is not there', () => {
  it('withdrawn: a tombstone with status 410 and nothing of its text', async () => {
    const { head, html } = await pages.render('/item/gone', answersFor(withdrawn))
    expect(head).toMatchObject({ status: 410, robots: 'noindex', canonical: '/item/gone' })
    expect(html).toContain('2026年10月1日')
    expect(html).toContain('权利人要求撤下')
    expect(html).not.toContain('床前')
  })

  it('unknown: status 404 and the box', async () => {
    const { head, html } = await pages.render('/item/nothing', answersFor(null))
    expect(head).toMatchObject({ status: 404, robots: 'noindex' })
    expect(html).toContain('role="search"')
  })

  it.each(['/item/%00', '/item/..%2f..%2fetc', `/item/${'x'.repeat(9_000)}`, '/item/%E0%A4%A'])(
    'an id that cannot be one, refused by the graph: 404 for %#',
    async (url) => {
      const errors = [{ message: 'bad id', path: ['record'], code: 'BAD_USER_INPUT' }]
      const { head } = await pages.render(url, {
        ...ofPoem,
        RecordPage: { data: null, errors },
      })
      expect(head.status).toBe(404)
    },
  )

  it('away: 503, never 404, when the graph fails or answers in part', async () => {
    const failed = await pages.render('/item/p4k7m2', { ...ofPoem, RecordPage: gatewayAway() })
    expect(failed.head.status).toBe(503)
    const errors = [{ message: 'timeout', path: ['record'], code: 'SUBGRAPH_TIMEOUT' }]
    const partial = await pages.render('/item/p4k7m2', {
      ...ofPoem,
      RecordPage: { data: { record: null }, errors },
    })
    expect(partial.head.status).toBe(503)
  })

  it('a fault that lasts: 500, said as what it is, without a retry that cannot help', async () => {
    const errors = [{ message: 'Error id 7', path: ['record'], code: 'INTERNAL_SERVER_ERROR' }]
    const { head, html } = await pages.render('/item/p4k7m2', {
      ...ofPoem,
      RecordPage: { data: { record: null }, errors },
    })
    expect(head.status).toBe(500)
    expect(html).toContain('再试也不会好')
    expect(html).not.toContain('再试一次')
  })

  it('another record never shows the text of the former one', async () => {
    const RecordPage = (variables: unknown) =>
      JSON.stringify(variables).includes('p4k7m2')
        ? { data: { record: poem } }
        : new Promise<never>(() => undefined)
    const { element, go } = await pages.open('/item/p4k7m2', { ...ofPoem, RecordPage })
    await go('/item/other')
    expect(element.textContent).not.toContain('床前')
    expect(element.querySelector('.skeleton')).not.toBeNull()
  })
})

describe('the address', () => {
  it('stands there to be copied by hand where the browser refuses', async () => {
    const refuse = async (): Promise<void> => Promise.reject(new Error('denied'))
    vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText: refuse } })
    const { element } = await pages.open('/item/p4k7m2', ofPoem)
    const share = [...element.querySelectorAll<HTMLElement>('.acts button')].find(
      (button) => button.textContent?.trim() === '分享',
    )
    share?.click()
    await vi.waitFor(() => expect(element.querySelector('.acts input')).not.toBeNull())
    const field = element.querySelector<HTMLInputElement>('.acts input')
    expect(texts(element, '.acts label')).toEqual(['请复制这个地址'])
    expect(field?.value).toMatch(/^https?:.*\/item\/p4k7m2$/)
    expect(field?.readOnly).toBe(true)
  })
})
