// @vitest-environment happy-dom
// The page of a library: what it tells, what it says where something is not known or away, and what machines are told.
import { afterEach, describe, expect, it } from 'vitest'
import { documentOf, gatewayAway, texts, type Answers } from '@shuxiang/sdk/testing'
import { bare, held, nothingHeld, yuhang } from '../testing/answers.ts'
import { pages } from '../testing/pages.ts'

afterEach(() => pages.close())

const answer = (
  libraryByCode: object | null,
  holdings: object | null = held,
  errors: object[] = [],
): Answers => ({
  LibraryPage: { data: { libraryByCode, holdings }, errors } as never,
})
async function shown(answers: Answers, locale: 'zh-CN' | 'en' = 'zh-CN', url = '/library/n330110') {
  const { html, head, asked } = await pages.render(url, answers, locale)
  return { html: documentOf(html), head, asked }
}

it('tells where it lies, when it is open, how to reach it and what it holds', async () => {
  const { html, head, asked } = await shown(answer(yuhang))
  expect(texts(html, 'h1')).toEqual(['余杭区图书馆'])
  expect(texts(html, '.crumbs a')).toEqual(['各地图书馆', '浙江省', '杭州市', '余杭区'])
  expect(html.querySelector('.crumbs a:last-of-type')?.getAttribute('href')).toBe('/libraries?region=330110')
  expect(texts(html, '.today strong')).toEqual(['9:00–20:30', '9:00–17:30'])
  expect(texts(html, 'tbody tr')[1]).toContain('闭馆')
  expect(texts(html, 'tbody tr')[1]).toContain('消防检修')
  expect(texts(html, '.reach dd')).toContain('杭州市余杭区 1 号')
  expect(html.querySelector('a[href="tel:057188586301"]')).not.toBeNull()
  expect(texts(html, '.urgent')).toEqual(['设备检修通知'])
  expect(texts(html, '.held .btn')).toEqual(['查看全部 1,234 种'])
  expect(html.querySelector('.held .btn')?.getAttribute('href')).toBe('/search?library=n330110')
  expect(html.querySelector('.kinds a')?.getAttribute('href')).toBe('/search?library=n330110&kind=poem')
  expect(html.textContent).toContain('演示数据')
  expect(head).toMatchObject({ status: 200, canonical: '/library/n330110', title: '余杭区图书馆' })
  expect(asked).toMatchObject([
    { variables: { code: 'n330110', filter: [{ name: 'library', anyOf: ['n330110'], ifKnown: false }] } },
  ])
})

it('says in English what it is, with its own name beside it', async () => {
  const { html } = await shown(answer({ ...yuhang, label: 'Yuhang District Library' }), 'en')
  expect(texts(html, 'h1')).toEqual(['Yuhang District Library'])
  expect(texts(html, '.also')[0]).toContain('余杭区图书馆')
  expect(texts(html, '.reach dd')).toContain('1 Renmin Avenue')
})

it('tells machines that it is a library, with the days as they are', async () => {
  const { head } = await shown(answer(yuhang))
  const [node] = head.jsonLd ?? []
  expect(node).toMatchObject({
    '@type': 'Library',
    name: '余杭区图书馆',
    identifier: 'n330110',
    url: 'https://n330110.lib.example/',
    address: { addressRegion: '浙江省', addressLocality: '余杭区', streetAddress: '杭州市余杭区 1 号' },
  })
  expect(Object(node).specialOpeningHoursSpecification[1]).toMatchObject({
    validFrom: '2026-11-30',
    opens: '00:00',
    closes: '00:00',
  })
})

it('never guesses what a library has not said', async () => {
  const { html } = await shown(answer(bare, nothingHeld))
  expect(html.textContent).toContain('还没有公布开放时间')
  expect(html.textContent).toContain('还没有公布地址')
  expect(html.textContent).toContain('还没有登记本馆的馆藏')
  expect(html.textContent).not.toContain('演示数据')
})

describe('where something is away', () => {
  it('the library stands without it, and says that it is away and not that there is none', async () => {
    const error = { message: 'x', path: ['libraryByCode', 'hours'], code: 'SUBGRAPH_UNAVAILABLE' }
    const { html, head } = await shown(answer({ ...yuhang, hours: null, contact: null }, null, [error]))
    expect(head.status).toBe(200)
    expect(html.textContent).toContain('开放时间暂时取不到')
    expect(html.textContent).not.toContain('还没有公布')
    expect(html.textContent).toContain('馆藏暂时取不到')
  })
  it('nothing is known of the library: 503, and never that there is none', async () => {
    const { html, head } = await shown({ LibraryPage: gatewayAway(false) })
    expect(head.status).toBe(503)
    expect(html.textContent).not.toContain('没有这座图书馆')
  })
})

it('an unknown code is 404, with the way to find one', async () => {
  const { html, head } = await shown(answer(null, nothingHeld), 'zh-CN', '/library/none')
  expect(head).toMatchObject({ status: 404, robots: 'noindex' })
  expect(html.querySelector('a[href="/libraries"]')).not.toBeNull()
})

it('what a library has written stays text', async () => {
  const hostile = '<img src=x onerror=alert(1)>'
  const { html } = await shown(
    answer({
      ...yuhang,
      label: hostile,
      contact: { ...yuhang.contact, address: [{ language: 'zh-CN', text: hostile }] },
    }),
  )
  expect(html.querySelector('.library img[src="x"]')).toBeNull()
  expect(texts(html, 'h1')).toEqual([hostile])
})
