// @vitest-environment happy-dom
// The health of sites, as a librarian, a province and the nation meet it.
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { gatewayAway, settled, texts, type Answers } from '@shuxiang/sdk/testing'
import { answersFor, atWork, editor, nationalAdmin, pages } from './testing/pages.ts'
// Fetched when they are opened, later than a test looks.
import './health/HealthPage.vue'
import './health/HealthParts.vue'
import { loadWords } from './health/words.ts'

beforeAll(() => loadWords('zh-CN'))
afterEach(() => pages.close())

const publisher = {
  ...editor,
  libraries: editor.libraries.map((each) => ({ ...each, actions: ['page.draft', 'network.read'] })),
}
const nation = { ...nationalAdmin, actions: [...nationalAdmin.actions, 'page.draft', 'network.read'] }
const fault = (text: string, mendedAt: string, page: string | null = null, block: string | null = null) => ({
  words: [
    { language: 'zh-CN', text },
    { language: 'en', text: 'x' },
  ],
  ...{ mendedAt, page, block },
})
const finding = (kind: string, count: number, ...faults: readonly object[]) => ({
  ...{ kind, count, faults, since: '2026-11-20T00:00:00Z' },
})
const own = (...findings: readonly object[]) => ({
  data: { siteHealth: { judgedAt: '2026-11-27T00:00:00Z', findings } },
})
const network = {
  data: {
    networkHealth: {
      tally: { sites: 12, well: 4, counts: [{ kind: 'STALE', sites: 8 }] },
      regions: [{ region: '3301', name: '杭州市', tally: { sites: 5, well: 2 } }],
      sites: {
        totalCount: 8,
        edges: [{ node: { site: 'n3301', library: '杭州图书馆', findings: [{ kind: 'STALE' }] } }],
        pageInfo: { hasNextPage: true, endCursor: 'cursor' },
      },
    },
  },
}

async function opened(query: string, staff: typeof editor, answers: Answers) {
  const page = await pages.open(
    `/console/health${query}`,
    { ...answersFor(staff), ...answers },
    { portal: { session: atWork } },
  )
  for (let i = 0; i < 6; i++) await settled()
  return page
}
type Opened = Awaited<ReturnType<typeof opened>>
const words = ({ element }: Opened): string => element.textContent?.replace(/\s+/g, ' ') ?? ''
const hrefs = ({ element }: Opened) =>
  [...element.querySelectorAll('.findings a')].map((link) => link.getAttribute('href'))
const asked = (page: Opened, name: string) =>
  page.portal.calls.gql.filter((call) => call.name === name).map(({ variables }) => variables)

describe('a librarian', () => {
  it('sees each fault with what to do, since when, and where it is mended', async () => {
    const page = await opened('?library=n33', editor, {
      SiteHealth: own(
        finding('NO_CONTACT', 1, fault('电话还没有填写。', 'VISITING')),
        finding('BROKEN_LINK', 3, fault('链接“旧页”没有页面。', 'PAGES', '/about', 'b7')),
      ),
    })
    expect(texts(page.element, '.findings h3')).toEqual(['没有联系方式', '有失效链接'])
    expect(words(page)).toContain('电话还没有填写。')
    expect(words(page)).toContain('在页面 /about')
    expect(words(page)).toContain('另有 2 处同类问题')
    // The very place; what is not theirs to mend is no link.
    expect(hrefs(page)).toEqual(['/console/edit/n33?path=%2Fabout&block=b7'])
    expect(words(page)).toContain('要由发布员或分馆管理员来改')
    expect(asked(page, 'NetworkHealth')).toEqual([])
  })

  it('is led to the form where they may fill it in', async () => {
    const contact = finding('NO_CONTACT', 1, fault('电话还没有填写。', 'VISITING'))
    const filing = finding('NO_FILING_NUMBER', 1, fault('没有备案号。', 'SETTINGS'))
    const admin = {
      ...editor,
      libraries: editor.libraries.map((each) => ({
        ...each,
        actions: ['page.draft', 'visiting.manage', 'site.configure'],
      })),
    }
    const page = await opened('?library=n33', admin, { SiteHealth: own(contact, filing) })
    expect(hrefs(page)).toEqual([
      '/console/visiting?library=n33&part=contact',
      '/console/edit/n33/start?step=filings',
    ])
  })

  it('is told that all is well, or that the site was not looked at yet', async () => {
    expect(words(await opened('?library=n33', editor, { SiteHealth: own() }))).toContain('没有发现问题')
    const never = await opened('?library=n33', editor, { SiteHealth: { data: { siteHealth: null } } })
    expect(words(never)).toContain('还没有体检过')
  })

  it('is told when nobody answers', async () => {
    const page = await opened('?library=n33', editor, { SiteHealth: gatewayAway() })
    expect(words(page)).toContain('暂时打不开')
    expect(words(page)).not.toContain('没有发现问题')
  })
})

describe('a province and the nation', () => {
  it('see the sites of their region: counted, region by region, and one by one', async () => {
    const page = await opened('?library=n33', publisher, { SiteHealth: own(), NetworkHealth: network })
    expect(asked(page, 'NetworkHealth')).toEqual([{ region: '33', kind: null, after: null }])
    expect(words(page)).toContain('检查了 12 个网站，4 个没有问题。')
    expect(texts(page.element, 'tbody tr')[0]?.replace(/\s+/g, '')).toBe('杭州市53')
    expect(words(page)).toContain('杭州图书馆')
  })

  it('follow a region, a kind and a page by the address', async () => {
    const query = '?library=n33&region=3301&kind=STALE&after=cursor'
    const page = await opened(query, publisher, { SiteHealth: own(), NetworkHealth: network })
    expect(asked(page, 'NetworkHealth')).toEqual([{ region: '3301', kind: 'STALE', after: 'cursor' }])
    expect(texts(page.element, 'a')).toEqual(
      expect.arrayContaining(['回到上一级', '看全部问题', '回到第一页', '下一页']),
    )
  })

  it('see all of the nation where no library is named', async () => {
    const page = await opened('', nation, { NetworkHealth: network })
    expect(asked(page, 'NetworkHealth')).toEqual([{ region: null, kind: null, after: null }])
    expect(asked(page, 'SiteHealth')).toEqual([])
  })
})
