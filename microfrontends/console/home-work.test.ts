// @vitest-environment happy-dom
// The morning of a library: what stands there, where each line leads, and what is not shown to whom.
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { gatewayAway, settled, texts, type Answers } from '@shuxiang/sdk/testing'
import { answersFor, atWork, editor, members, nationalAdmin, pages } from './testing/pages.ts'
import { desk, notice } from './testing/visiting.ts'
// Fetched when they are opened, later than a test looks.
import './home/HomePage.vue'
import './home/today/NetworkLines.vue'
import './home/today/TodayParts.vue'
import { loadWords } from './home/today/words.ts'

beforeAll(() => loadWords('zh-CN'))
afterEach(() => {
  vi.useRealTimers()
  return pages.close()
})

const now = '2026-11-28T01:00:00Z'
const all = [
  ...['page.draft', 'page.publish', 'visiting.manage', 'feedback.manage', 'member.read'],
  ...['site.configure', 'library.manage', 'network.read'],
]
const withActions = (actions: readonly string[]) => ({
  ...editor,
  libraries: editor.libraries.map((each) => ({ ...each, actions })),
})
const zh = (text: string) => [{ language: 'zh-CN', text }]
const live = { number: 5, why: 'PUBLISH', of: null, by: 'n33/admin-1', live: true, changed: [], stale: false }
const page = (path: string, state: string, more: object = {}) => ({
  ...{ id: `n33:${path}`, path, title: zh(path === '/' ? '首页' : '借书'), state, clashCount: 0 },
  ...{ changedAt: '2026-11-27T08:00:00Z', changedBy: 'n33/editor-1', ...more },
})
const calm: Answers = {
  SitePublishing: {
    data: {
      library: { site: 'http://n33.localhost:8080' },
      publications: [],
      siteHistory: [{ ...live, at: '2026-11-02T08:00:00Z' }],
    },
  },
  TodayPages: { data: { editedSite: { id: 'n33', pages: [page('/', 'PUBLISHED')] } } },
  SiteHealth: { data: { siteHealth: { judgedAt: '2026-11-27T20:00:00Z', findings: [] } } },
  VisitingOverview: { data: { visitingDesk: { ...desk, notices: { edges: [] } } } },
  TodayMissed: { data: { missedSearches: { since: '2026-11-01', searches: [], rest: 0 } } },
  TodayLetters: { data: { feedback: { totalCount: 0 } } },
  Members: { data: members },
  SiteHosts: { data: { library: { site: null }, siteDomains: [] } },
  TodayUpdates: { data: { templateUpdate: { template: 'county', pages: [] } } },
  TodayNetwork: {
    data: { networkHealth: { tally: { sites: 12, well: 4, counts: [{ kind: 'STALE', sites: 8 }] } } },
  },
}

async function opened(staff: typeof editor, answers: Answers = {}, query = '') {
  vi.useFakeTimers({ now: Date.parse(now), toFake: ['Date'] })
  const shown = await pages.open(
    `/console${query}`,
    { ...answersFor(staff), ...calm, ...answers },
    { portal: { session: atWork } },
  )
  for (let i = 0; i < 8; i++) await settled()
  return shown
}
type Opened = Awaited<ReturnType<typeof opened>>
const words = ({ element }: Opened): string => element.textContent?.replace(/\s+/g, ' ') ?? ''
const hrefs = ({ element }: Opened) =>
  [...element.querySelectorAll('.parts a')].map((link) => link.getAttribute('href'))
const asked = (shown: Opened) => shown.portal.calls.gql.map(({ name }) => name)

describe('a library where nothing waits', () => {
  it('is told so, and what could be done next', async () => {
    const shown = await opened(withActions(all))
    expect(words(shown)).toContain('一切正常')
    expect(words(shown)).toContain('网站在线。读者看到的是第 5 版，从 2026年11月2日 起')
    expect(hrefs(shown)).toEqual(
      expect.arrayContaining(['/console/edit/n33', '/console/edit/practice', 'http://n33.localhost:8080']),
    )
  })

  it('is not told that all is well while a part cannot be had', async () => {
    const shown = await opened(withActions(all), { VisitingOverview: gatewayAway() })
    expect(words(shown)).not.toContain('一切正常')
    expect(texts(shown.element, '[role=alert]')).toEqual(['这一部分现在读不到。 再试一次'])
    expect(words(shown)).toContain('网站在线')
  })
})

describe('what waits', () => {
  it('is a fault with the way to page and block', async () => {
    const fault = { words: zh('“旧页”没有页面。'), mendedAt: 'PAGES', page: '/about', block: 'b7' }
    const finding = { kind: 'BROKEN_LINK', since: now, count: 9, faults: [fault] }
    const shown = await opened(withActions(all), {
      SiteHealth: { data: { siteHealth: { judgedAt: now, findings: [finding] } } },
    })
    expect(words(shown)).not.toContain('一切正常')
    expect(hrefs(shown)).toContain('/console/edit/n33?path=%2Fabout&block=b7')
  })

  it('is what is written and not published, with whose it is', async () => {
    const list = [page('/', 'CHANGED'), page('/borrow', 'NEW', { clashCount: 1 }), page('/x', 'PUBLISHED')]
    const shown = await opened(withActions(all), {
      TodayPages: { data: { editedSite: { id: 'n33', pages: list } } },
    })
    expect(words(shown)).toContain('首页 · 改过，还没有发布n33/editor-1')
    expect(words(shown)).toContain('借书 · 新页面，还没有发布过')
    expect(words(shown)).toContain('两个人改了同一处')
    expect(hrefs(shown)).toEqual(
      expect.arrayContaining(['/console/edit/n33?path=%2F', '/console/publishing?library=n33']),
    )
  })

  it('is a notice that ends within two weeks or ended lately, and hours that come up', async () => {
    const told = (key: string, until: string | null, title: string) => ({
      node: { ...notice, id: `n33:${key}`, key, until, title: zh(title) },
    })
    const edges = [
      told('notice-0001', '2026-12-01', '检修'),
      told('notice-0002', '2026-11-20', '讲座'),
      told('notice-0003', '2027-03-01', '远的'),
      told('notice-0004', '2026-10-01', '旧的'),
      told('notice-0005', null, '没有期限'),
    ]
    const exception = { from: '2026-12-20', until: '2026-12-21', places: [], spans: [], reason: zh('盘点') }
    const far = { ...exception, from: '2027-05-01', until: '2027-05-01', reason: zh('远') }
    const hours = { announceDays: 3, exceptions: [exception, far], today: { date: '2026-11-28', places: [] } }
    const shown = await opened(withActions(all), {
      VisitingOverview: { data: { visitingDesk: { ...desk, hours, notices: { edges } } } },
    })
    const lines = texts(shown.element, '.line .what').join('\n')
    expect(lines).toContain('检修2026年12月1日 到期')
    expect(lines).toContain('讲座2026年11月20日 已经结束')
    for (const absent of ['远的', '旧的', '没有期限']) expect(lines).not.toContain(absent)
    expect(lines).toContain('闭馆盘点')
    expect(hrefs(shown)).toContain('/console/visiting?library=n33&part=notices&edit=notice-0001')
  })

  it('is what readers searched in vain, with what can be done', async () => {
    const searches = [{ text: '三体', moments: 7, lastDay: '2026-11-27' }]
    const shown = await opened(withActions(all), {
      TodayMissed: { data: { missedSearches: { since: '2026-11-01', searches, rest: 4 } } },
    })
    expect(words(shown)).toContain('三体7 次 · 最近 2026年11月27日')
    expect(words(shown)).toContain('另有 4 次搜索没有结果')
    expect(hrefs(shown)).toContain(`/search?q=${encodeURIComponent('三体')}`)
  })

  it('is a letter, a host that waits with its record, and what the template has new', async () => {
    const host = {
      ...{ id: 'h1', host: 'www.zjlib.cn', name: 'www.zjlib.cn', state: 'CLAIMED', role: null },
      ...{ recordAt: '_shuxiang.www.zjlib.cn', recordText: 'shuxiang-site=abc', lostSince: null },
      quarantineUntil: null,
    }
    const shown = await opened(withActions(all), {
      TodayLetters: { data: { feedback: { totalCount: 2 } } },
      SiteHosts: { data: { library: { site: null }, siteDomains: [host] } },
      TodayUpdates: { data: { templateUpdate: { template: 'county', pages: [{ path: '/' }] } } },
    })
    expect(words(shown)).toContain('2 封读者来信')
    expect(words(shown)).toContain('shuxiang-site=abc')
    expect(words(shown)).toContain('模板有新内容，涉及 1 页')
    expect(words(shown)).toContain('1 人有角色：编辑 1 人')
    expect(words(shown)).not.toContain('一切正常')
  })
})

describe('who may not', () => {
  it('is shown nothing of it, and the graph is not asked', async () => {
    const shown = await opened(withActions(['page.draft']))
    expect(asked(shown)).not.toEqual(
      expect.arrayContaining(['VisitingOverview', 'TodayLetters', 'Members', 'SiteHosts', 'TodayNetwork']),
    )
    for (const name of ['VisitingOverview', 'TodayLetters', 'Members', 'SiteHosts', 'TodayNetwork'])
      expect(asked(shown)).not.toContain(name)
    expect(hrefs(shown).filter((href) => href?.startsWith('/console/publishing'))).toEqual([])
    expect(words(shown)).toContain('一切正常')
  })

  it('works at another library is told so', async () => {
    const shown = await opened(editor, {}, '?library=n44')
    expect(words(shown)).toContain('您在这座图书馆没有工作角色')
    expect(asked(shown)).not.toContain('SitePublishing')
  })
})

it('a library without a site is led to its beginning', async () => {
  const none = {
    data: null,
    errors: [{ message: '', path: [], code: 'BAD_USER_INPUT', reason: 'no-site' }],
  }
  const shown = await opened(withActions(all), {
    ...{ SitePublishing: none, TodayPages: none, SiteHealth: none, TodayUpdates: none },
  })
  expect(words(shown)).toContain('本馆还没有网站')
  expect(hrefs(shown)).toContain('/console/edit/n33/start')
})

describe('a province and the nation', () => {
  it('see the sites of their region in a few lines', async () => {
    const shown = await opened(withActions(all))
    expect(words(shown)).toContain('检查了 12 个网站，4 个没有问题')
    expect(hrefs(shown)).toContain('/console/health?library=n33&kind=STALE')
    const nation = await opened({
      ...nationalAdmin,
      actions: [...nationalAdmin.actions, 'page.draft', 'network.read'],
    })
    expect(words(nation)).toContain('检查了 12 个网站')
    expect(
      [...nation.element.querySelectorAll('.network a')].map((link) => link.getAttribute('href')),
    ).toEqual(['/console/health?kind=STALE', '/console/health'])
  })
})
