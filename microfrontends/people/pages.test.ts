// @vitest-environment happy-dom
// Pages of persons and topics as a reader without scripts has them.
import { describe, expect, it } from 'vitest'
import { documentOf, gatewayAway, texts, type Answers } from '@shuxiang/sdk/testing'
import { browsed, person, personInEnglish, topic, works } from './testing/answers.ts'
import { pages } from './testing/pages.ts'

const of = (found: object | null, its: object | null = works): Answers => ({
  PersonPage: { data: { person: found, works: its } },
})
const hrefs = (html: DocumentFragment, selector: string): (string | null)[] =>
  [...html.querySelectorAll(selector)].map((link) => link.getAttribute('href'))

describe('the page of a person', () => {
  it('asks the graph once: the person, and the works best known first', async () => {
    const { asked } = await pages.render('/person/psushi?form=词&page=3', of(person))
    expect(asked).toEqual([
      {
        name: 'PersonPage',
        variables: {
          id: 'psushi',
          language: 'zh-CN',
          filter: [
            { name: 'author', anyOf: ['psushi'], ifKnown: false },
            { name: 'form', anyOf: ['词'], ifKnown: true },
          ],
          sort: 'POPULAR',
          first: 20,
          offset: 40,
          facets: ['form', 'collection'],
        },
      },
    ])
  })

  it('has the name in both scripts and in pinyin, and every other name under what it is', async () => {
    const html = documentOf((await pages.render('/person/psushi', of(person))).html)
    expect(texts(html, 'h1')).toEqual(['苏轼'])
    expect(texts(html, '.also')).toEqual(['蘇軾 Sū Shì'])
    expect(html.querySelector('[lang=zh-Hant]')?.textContent).toBe('蘇軾')
    const labels = texts(html, 'dl.facts dt')
    const values = texts(html, 'dl.facts dd')
    expect(Object.fromEntries(labels.map((label, i) => [label, values[i]]))).toEqual({
      生卒年: '1037–1101',
      时代: '宋',
      字: '子瞻、和仲',
      号: '东坡居士',
      别名: '苏东坡',
    })
    expect(html.textContent).toContain('生卒年与别名依据：《宋史》')
    expect(hrefs(html, 'dl.facts a')).toEqual(['/browse/period/song'])
  })

  it('leads from the address of one who was merged into the person to the person', async () => {
    expect((await pages.render('/person/former', of(person))).head).toMatchObject({ moved: '/person/psushi' })
    expect((await pages.render('/person/psushi', of(person))).head).not.toHaveProperty('moved')
  })

  it('in English begins with the romanised name', async () => {
    const html = documentOf((await pages.render('/person/psushi', of(personInEnglish), 'en')).html)
    expect(texts(html, 'h1')).toEqual(['Su Shi 苏轼'])
    expect(html.querySelector('h1 [lang=zh-Hans]')?.textContent).toBe('苏轼')
    expect(html.textContent).toContain('Sū Dōngpō 苏东坡')
  })

  it('narrows, sorts and pages its works by plain links', async () => {
    const html = documentOf((await pages.render('/person/psushi?form=词', of(person))).html)
    // One collection alone narrows nothing.
    expect(texts(html, '.choice .name')).toEqual(['体裁', '排序'])
    expect(hrefs(html, '.choice a')).toEqual([
      '/person/psushi',
      '/person/psushi?form=%E8%AF%8D',
      '/person/psushi?form=%E4%B8%83%E8%A8%80%E7%BB%9D%E5%8F%A5',
      '/person/psushi?form=%E8%AF%8D',
      '/person/psushi?form=%E8%AF%8D&sort=title',
    ])
    expect(texts(html, '.choice [aria-current]')).toEqual(['词 40', '最知名'])
    expect(hrefs(html, '.pages a[rel=next]')).toEqual(['/person/psushi?form=%E8%AF%8D&page=2'])
    expect(hrefs(html, '.list .title a')).toEqual(['/item/pwater'])
  })

  it('says to machines who it is, and which of its pages is to be kept', async () => {
    const { head } = await pages.render('/person/psushi', of(person))
    expect(head).toMatchObject({
      title: '苏轼（1037–1101）',
      canonical: '/person/psushi',
      status: 200,
      jsonLd: [{ '@type': 'Person', name: '苏轼' }],
    })
    expect(head?.robots).toBeUndefined()
    const sorted = await pages.render('/person/psushi?sort=title', of(person))
    expect(sorted.head).toMatchObject({ canonical: '/person/psushi', robots: 'noindex, follow' })
  })

  it('draws the lives of who lived at the same time, and names whose years nobody knows', async () => {
    const html = documentOf((await pages.render('/person/psushi', of(person))).html)
    expect(hrefs(html, 'aside li a')).toEqual(['/person/pouyang', '/person/phuang', '/person/pnobody'])
    expect(html.querySelectorAll('aside svg')).toHaveLength(3)
    expect(texts(html, 'aside li').at(-1)).toBe('无考 12 种作品')
  })

  it.each([
    ['unknown', of(null), 404],
    ['without works left', of({ ...person, workCount: 0 }), 410],
    ['while the gateway is away', { PersonPage: gatewayAway(true) }, 503],
    [
      'while search is away',
      {
        PersonPage: {
          data: { person: { ...person, workCount: null, contemporaries: null }, works: null },
          errors: [{ message: 'away', path: ['works'], code: 'UNAVAILABLE' }],
        },
      },
      503,
    ],
  ] as const)('answers %s with its status', async (_, answers, status) => {
    expect((await pages.render('/person/psushi', answers)).head?.status).toBe(status)
  })

  it('tells the life while search is away', async () => {
    const answers: Answers = {
      PersonPage: {
        data: { person: { ...person, workCount: null, contemporaries: null }, works: null },
        errors: [{ message: 'away', path: ['works'], code: 'UNAVAILABLE' }],
      },
    }
    const html = documentOf((await pages.render('/person/psushi', answers)).html)
    expect(texts(html, 'h1')).toEqual(['苏轼'])
    expect(html.textContent).toContain('作品目录暂时取不到')
  })
})

describe('the page of a topic', () => {
  it('says what it is, who wrote of it, and its works with their authors', async () => {
    const page = await pages.render('/browse/form/词', { TopicPage: { data: { topic, works } } })
    const html = documentOf(page.html)
    expect(page.asked).toHaveLength(1)
    expect(texts(html, 'h1')).toEqual(['词'])
    expect(html.textContent).toContain('盛于宋代')
    expect(hrefs(html, '.who a')).toEqual(['/person/psushi'])
    expect(texts(html, '.list .by')).toEqual(['苏轼 · 宋 · 全宋词'])
    expect(html.querySelector('.within input[name=form]')?.getAttribute('value')).toBe('词')
    expect(page.head).toMatchObject({ canonical: '/browse/form/%E8%AF%8D', status: 200 })
  })

  it('is not there without records', async () => {
    const page = await pages.render('/browse/form/无', { TopicPage: { data: { topic: null, works: null } } })
    expect(page.head?.status).toBe(404)
  })
})

describe('browsing', () => {
  const all = { BrowsePage: { data: { search: browsed } } }

  it('asks once for everything, and shows it in the order of the page, periods in the order of time', async () => {
    const page = await pages.render('/browse', all)
    const html = documentOf(page.html)
    expect(page.asked).toEqual([
      {
        name: 'BrowsePage',
        variables: {
          language: 'zh-CN',
          facets: ['period', 'author', 'form', 'tune', 'subject', 'collection'],
          size: 24,
        },
      },
    ])
    // A facet without values is not there.
    expect(texts(html, 'h2')).toEqual(['朝代', '人物', '词牌'])
    expect(texts(html, '.ages a')).toEqual(['唐 618–907年 9,796 种', '宋 960–1279年 8,931 种'])
    expect(hrefs(html, 'section a')).toEqual([
      '/browse/period/tang',
      '/browse/period/song',
      '/browse/author',
      '/person/psushi',
      '/browse/tune/%E6%B0%B4',
    ])
    expect(hrefs(html, '.lead a')).toEqual(['/random'])
  })

  it('says to machines what is there', async () => {
    const { head } = await pages.render('/browse', all)
    expect(head).toMatchObject({ title: '浏览', canonical: '/browse', status: 200 })
    expect(head?.description).toBe('按朝代、人物、词牌浏览这里的 20,000 种作品与资料。')
    expect(JSON.stringify(head?.jsonLd)).toContain('"numberOfItems":433')
  })

  it('of one sort has as much as is counted, says how many more there are, and leads back', async () => {
    const page = await pages.render('/browse/author', {
      BrowsePage: { data: { search: { ...browsed, facets: browsed.facets.slice(0, 1) } } },
    })
    const html = documentOf(page.html)
    expect(page.asked[0]?.variables).toMatchObject({ facets: ['author'], size: 100 })
    expect(texts(html, 'h1')).toEqual(['人物'])
    expect(html.textContent).toContain('共 433 项，作品多的在前，这里是第 1 至 1 项')
    expect(hrefs(html, '.crumbs a')).toEqual(['/browse'])
    expect(page.head).toMatchObject({ title: '浏览：人物', canonical: '/browse/author' })
  })

  it('leads to all of one sort by links, a page at a time', async () => {
    const [author] = browsed.facets
    if (!author) throw new Error('there are authors')
    const values = Array.from({ length: 150 }, (_, n) => ({
      ...{ value: `p${n}`, label: `p${n}`, count: 1, url: `/person/p${n}`, years: null, begins: null },
    }))
    const page = await pages.render('/browse/author?page=2', {
      BrowsePage: { data: { search: { ...browsed, facets: [{ ...author, values }] } } },
    })
    const html = documentOf(page.html)
    expect(page.asked[0]?.variables).toMatchObject({ facets: ['author'], size: 200 })
    expect(hrefs(html, '.values a')).toEqual(values.slice(100).map(({ url }) => url))
    expect(new Set(hrefs(html, '.pages a'))).toEqual(
      new Set([
        '/browse/author',
        '/browse/author?page=2',
        '/browse/author?page=3',
        '/browse/author?page=4',
        '/browse/author?page=5',
      ]),
    )
    expect(page.head).toMatchObject({ title: '浏览：人物 · 第 2 页', canonical: '/browse/author?page=2' })
  })

  it.each([
    ['a facet that nobody browses', '/browse/kind', {}, 404],
    ['the gateway away', '/browse', { BrowsePage: gatewayAway(true) }, 503],
  ] as const)('answers %s with its status', async (_, path, answers, status) => {
    const { head, asked } = await pages.render(path, answers)
    expect(head?.status).toBe(status)
    expect(asked).toHaveLength(status === 404 ? 0 : 1)
  })

  it('where there is nothing yet says so, and leads on', async () => {
    const page = await pages.render('/browse', {
      BrowsePage: { data: { search: { totalCount: 0, facets: [] } } },
    })
    const html = documentOf(page.html)
    expect(html.textContent).toContain('这里还没有可以浏览的资料')
    expect(hrefs(html, '.browse a')).toContain('/search')
    expect(page.head?.status).toBe(200)
  })
})

it('a topic and a person say where they stand among what can be browsed', async () => {
  const form = documentOf(
    (await pages.render('/browse/form/词', { TopicPage: { data: { topic, works } } })).html,
  )
  expect(hrefs(form, '.crumbs a')).toEqual(['/browse', '/browse/form'])
  const su = documentOf((await pages.render('/person/psushi', of(person))).html)
  expect(hrefs(su, '.crumbs a')).toEqual(['/browse', '/browse/author'])
})
