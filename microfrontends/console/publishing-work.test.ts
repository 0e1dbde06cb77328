// @vitest-environment happy-dom
// Publishing a site, as a publisher and an editor meet it.
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { gatewayAway, settled, texts, type Answers } from '@shuxiang/sdk/testing'
import { stateOf, type Publication, type Release } from './publishing/state.ts'
import { answersFor, atWork, editor, pages } from './testing/pages.ts'
// Fetched when they are opened, later than a test looks.
import './publishing/PublishingPage.vue'
import './publishing/PublishingParts.vue'
import { loadWords } from './publishing/words.ts'

beforeAll(() => loadWords('zh-CN'))
afterEach(() => pages.close())

const publisher = {
  ...editor,
  libraries: editor.libraries.map((each) => ({ ...each, actions: ['page.draft', 'page.publish'] })),
}
const at = '2026-11-20T08:00:00Z'
const publication = (more: Partial<Publication> = {}): Publication => ({
  ...{ number: 2, state: 'LIVE', by: 'n33/lin', at, dueAt: at, findings: [] },
  ...more,
})
const release = (more: Partial<Release> = {}): Release => ({
  ...{
    number: 2,
    why: 'PUBLISH',
    of: null,
    by: 'n33/lin',
    at,
    live: true,
    changed: ['/', '/about'],
    stale: false,
  },
  ...more,
})
const first = release({ number: 1, by: null, live: false, changed: [] })
const finding = (text: string, blocking: boolean, page: string | null = null) => ({
  ...{ page, block: null, field: null, blocking },
  words: [{ language: 'zh-CN', text }],
})
const site = (publications: readonly Publication[], siteHistory: readonly Release[]) => ({
  SitePublishing: {
    data: { library: { site: 'http://n33.sites.test/' }, publications, siteHistory },
  },
})

async function opened(staff: typeof editor, answers: Answers) {
  const page = await pages.open(
    '/console/publishing?library=n33',
    { ...answersFor(staff), ...answers },
    { portal: { session: atWork } },
  )
  for (let i = 0; i < 6; i++) await settled()
  return page
}
type Opened = Awaited<ReturnType<typeof opened>>
const words = ({ element }: Opened): string => element.textContent?.replace(/\s+/g, ' ') ?? ''
const sent = (page: Opened, name: string) =>
  page.portal.calls.gql.filter((call) => call.name === name).map(({ variables }) => variables)
async function press({ element }: Opened, name: string): Promise<void> {
  const found = [...element.querySelectorAll('button')].find(
    (one) => (one.getAttribute('aria-label') ?? one.textContent?.trim()) === name,
  )
  if (!found) throw new Error(`There is no button ${name}.`)
  found.click()
  for (let i = 0; i < 6; i++) await settled()
}

describe('how a site stands', () => {
  const now = Date.parse('2026-11-27T00:00:00Z')
  const word = (publications: readonly Publication[], releases: readonly Release[]) =>
    stateOf(publications, releases, now).word

  it.each([
    ['never', [], []],
    ['under-way', [publication({ state: 'RENDERING' })], [release()]],
    ['scheduled', [publication({ state: 'ASKED', dueAt: '2026-12-01T00:00:00Z' })], [release()]],
    ['refused', [publication({ number: 3, state: 'REFUSED' }), publication()], [release()]],
    ['live', [publication({ number: 3, state: 'SUPERSEDED' }), publication()], [release()]],
    [
      'live',
      [publication({ state: 'REFUSED' })],
      [release({ why: 'ROLLBACK', of: 1, at: '2026-11-21T00:00:00Z' })],
    ],
  ] as const)('is %s', (expected, publications, releases) => {
    expect(word(publications, releases)).toBe(expected)
  })
})

describe('a publisher', () => {
  it('sees what is live, by whom, what changed, and the way to the site', async () => {
    const page = await opened(publisher, site([publication()], [release(), first]))
    expect(words(page)).toContain('已经发布，读者看到的就是这一版。')
    expect(words(page)).toContain('有变化的页面：首页、/about')
    expect(texts(page.element, '.history h3')).toEqual(
      ['第 2 版 读者正在看', '第 1 版'].map((text) => expect.stringContaining(text.slice(0, 5))),
    )
    expect([...page.element.querySelectorAll('a.btn')].map((link) => link.getAttribute('href'))).toEqual([
      '/console/edit/n33',
      '/console/edit/n33/start',
      'http://n33.sites.test/',
    ])
  })

  it('sees what holds it back before what is worth a look, each with its page', async () => {
    const findings = [finding('图片没有文字说明。', true, '/about'), finding('还没有备案号。', false)]
    const page = await opened(
      publisher,
      site([publication({ number: 3, state: 'REFUSED', findings }), publication()], [release()]),
    )
    expect(words(page)).toContain('上一次发布没有通过检查')
    expect(words(page)).toContain('读者看到的仍是第 2 版')
    expect(texts(page.element, 'section h2').filter((text) => text.includes('1'))).toEqual([
      '要先改好才能发布（1）',
      '建议看一看（1）',
    ])
    expect(words(page)).toContain('在页面 /about')
  })

  it('publishes by a press, at once or at a time in China', async () => {
    const page = await opened(publisher, {
      ...site([publication()], [release()]),
      PublishSite: { data: { publishSite: { number: 3 } } },
    })
    await press(page, '立即发布')
    expect(sent(page, 'PublishSite')).toEqual([{ site: 'n33', publishAt: null }])
    expect(words(page)).toContain('已经提交发布。')
    const input = page.element.querySelector<HTMLInputElement>('#publish-at')
    if (!input) throw new Error('There is no time.')
    input.value = '2020-01-01T08:00'
    input.dispatchEvent(new Event('input'))
    await settled()
    await press(page, '安排发布')
    expect(words(page)).toContain('请填一个将来的时间')
    input.value = '2099-01-01T08:00'
    input.dispatchEvent(new Event('input'))
    await settled()
    await press(page, '安排发布')
    expect(sent(page, 'PublishSite').at(-1)).toEqual({ site: 'n33', publishAt: '2099-01-01T08:00:00+08:00' })
  })

  it('is told what to do where two have not settled a page', async () => {
    const page = await opened(publisher, {
      ...site([publication()], [release()]),
      PublishSite: {
        data: null,
        errors: [{ message: '', path: [], code: 'BAD_USER_INPUT', reason: 'unsettled' }],
      },
    })
    await press(page, '立即发布')
    expect(words(page)).toContain('两个人改了同一处')
  })

  it('goes back to a version by a reason and a press', async () => {
    const page = await opened(publisher, {
      ...site([publication()], [release(), first]),
      RollBackSite: { data: { rollBackSite: { number: 3 } } },
    })
    await press(page, '退回到第 1 版')
    await press(page, '退回')
    expect(sent(page, 'RollBackSite')).toEqual([])
    const reason = page.element.querySelector<HTMLInputElement | HTMLTextAreaElement>('#back-1')
    if (!reason) throw new Error('There is no field for a reason.')
    reason.value = '首页图片不对'
    reason.dispatchEvent(new Event('input'))
    await settled()
    await press(page, '退回')
    expect(sent(page, 'RollBackSite')).toEqual([{ site: 'n33', release: 1, reason: '首页图片不对' }])
    expect(words(page)).toContain('已经退回到第 1 版。')
  })

  it('is told when nobody answers', async () => {
    const page = await opened(publisher, { SitePublishing: gatewayAway() })
    expect(words(page)).toContain('暂时打不开')
  })
})

it('an editor sees how it stands and publishes nothing', async () => {
  const page = await opened(editor, site([publication()], [release(), first]))
  expect(words(page)).toContain('发布要由发布员或分馆管理员来做')
  expect([...page.element.querySelectorAll('button')].map((one) => one.textContent?.trim())).not.toContain(
    '退回到第 1 版',
  )
})

describe('a library without a site', () => {
  const none = {
    SitePublishing: {
      data: { library: { site: null }, publications: null, siteHistory: null },
      errors: [{ message: '', path: ['publications'], code: 'BAD_USER_INPUT', reason: 'no-site' }],
    },
    SiteTemplates: {
      data: {
        siteTemplates: ['county', 'city'].map((id) => ({
          id,
          name: [{ language: 'zh-CN', text: `模板 ${id}` }],
          about: [{ language: 'zh-CN', text: '一县之馆' }],
        })),
      },
    },
  }
  const admin = {
    ...editor,
    libraries: editor.libraries.map((each) => ({ ...each, actions: ['site.configure'] })),
  }

  it('is given one by its admin, of the template that was chosen', async () => {
    const page = await opened(admin, { ...none, CreateSite: { data: { createSite: { id: 'n33' } } } })
    expect(words(page)).toContain('给本馆建网站')
    const [, city] = page.element.querySelectorAll<HTMLInputElement>('input[type=radio]')
    city?.dispatchEvent(new Event('change'))
    page.element.querySelector('form')?.dispatchEvent(new Event('submit'))
    for (let i = 0; i < 6; i++) await settled()
    expect(sent(page, 'CreateSite')).toEqual([{ library: 'n33', template: 'city' }])
    expect(sent(page, 'SitePublishing').length).toBeGreaterThan(1)
  })

  it('tells everybody else who can open it, and asks for no templates', async () => {
    const page = await opened(publisher, none)
    expect(words(page)).toContain('图书馆管理员可以在这里建')
    expect(sent(page, 'SiteTemplates')).toEqual([])
  })
})

describe('what is other in a version', () => {
  it('is asked for when it is opened, and told in sentences', async () => {
    const page = await opened(publisher, {
      ...site([publication()], [release(), first]),
      ReleaseChanges: {
        data: {
          releaseChanges: [{ page: '/', words: [{ language: 'zh-CN', text: '“首页”：加了“图集”。' }] }],
        },
      },
    })
    expect(sent(page, 'ReleaseChanges')).toEqual([])
    const box = page.element.querySelector('details')
    if (!box) throw new Error('There is no box.')
    box.open = true
    box.dispatchEvent(new Event('toggle'))
    for (let i = 0; i < 6; i++) await settled()
    expect(sent(page, 'ReleaseChanges')).toEqual([{ site: 'n33', from: 1, to: 2 }])
    expect(words(page)).toContain('“首页”：加了“图集”。')
  })
})

it('somebody who wrote what waits is told that a colleague has to publish it', async () => {
  const page = await opened(publisher, {
    ...site([publication()], [release(), first]),
    PublishSite: {
      data: null,
      errors: [{ message: '', path: [], code: 'FORBIDDEN', reason: 'second-person' }],
    },
  })
  await press(page, '立即发布')
  expect(words(page)).toContain('本馆要求两人把关')
})
