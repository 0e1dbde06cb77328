// @vitest-environment happy-dom
// What a library says of visiting it, as those meet it who keep it up to date.
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { gatewayAway, settled, texts, type Answers } from '@shuxiang/sdk/testing'
import { answersFor, atWork, pages } from './testing/pages.ts'
import { desk, event, eventsOf, library, notice, noticesOf, visitor, zh } from './testing/visiting.ts'
// Fetched when they are opened, later than a test looks.
import './visiting/VisitingPage.vue'
import './visiting/contact/ContactPage.vue'
import './visiting/events/EventsPage.vue'
import './visiting/hours/HoursPage.vue'
import './visiting/notices/NoticesPage.vue'
import './visiting/overview/OverviewPage.vue'
import './visiting/rules/RulesPage.vue'
import { loadWords } from './visiting/words.ts'

beforeAll(() => loadWords('zh-CN'))
beforeEach(() => sessionStorage.clear())
afterEach(() => pages.close())

const answers: Answers = {
  ...answersFor(visitor),
  VisitingOverview: { data: { visitingDesk: desk } },
  VisitingNotices: { data: noticesOf(notice) },
  VisitingHours: { data: { visitingDesk: { library, hoursRev: 0, hours: null } } },
  VisitingContact: { data: { visitingDesk: { library, contactRev: 3, contact: null } } },
  VisitingRules: { data: { visitingDesk: { library, lendingRulesRev: 0, lendingRules: null } } },
  VisitingEvents: { data: eventsOf(event) },
}
async function rest(): Promise<void> {
  for (let i = 0; i < 5; i++) await settled()
}
async function opened(part: string, more: Answers = {}) {
  const url = `/console/visiting${part}`
  const page = await pages.open(url, { ...answers, ...more }, { portal: { session: atWork } })
  await rest()
  return page
}
type Opened = Awaited<ReturnType<typeof opened>>
const words = ({ element }: Opened): string => element.textContent?.replace(/\s+/g, ' ') ?? ''
const press = async ({ element }: Opened, name: string): Promise<void> => {
  const found = [...element.querySelectorAll<HTMLElement>('button, a')].find(
    (each) => each.textContent?.trim() === name,
  )
  if (!found) throw new Error(`no ${name} in ${element.textContent}`)
  found.click()
  await rest()
}
const field = ({ element }: Opened, id: string): HTMLInputElement => {
  const found = element.querySelector<HTMLInputElement>(`#${id}`)
  if (!found) throw new Error(`no ${id}`)
  return found
}
const type = (page: Opened, id: string, text: string): void => {
  field(page, id).value = text
  field(page, id).dispatchEvent(new Event('input'))
}
const asked = (page: Opened, name: string) =>
  page.portal.calls.gql.filter((call) => call.name === name).map(({ variables }) => variables)
const refused = (code: string, reason?: string) => ({
  data: null,
  errors: [{ message: '', path: [], code, ...(reason === undefined ? {} : { reason }) }],
})

describe('the overview', () => {
  it('says what is shown, and what the law still asks for', async () => {
    const page = await opened('')
    expect(words(page)).toContain('正在显示的公告（1）')
    expect(words(page)).toContain('还没有公布开放时间')
    expect(texts(page.element, '.due a')).toEqual(['写开放时间', '写借阅规则', '写地址和电话', '写投诉渠道'])
  })

  it('asks for nothing where everything is told', async () => {
    const contact = {
      ...{ address: zh('人民大道 1 号'), telephones: [{ number: '0571-88586301' }] },
      complaints: { telephone: null, email: 'a@example.cn' },
    }
    const spans = [{ opens: '09:00', closes: '17:30' }]
    const hours = {
      announceDays: 7,
      exceptions: [
        { from: '2999-01-01', until: '2999-01-02', places: [], spans: [], reason: zh('消防检修') },
      ],
      today: { date: '2026-11-27', places: [{ place: { key: 'main', name: [] }, spans, next: null }] },
    }
    const told = { ...desk, hours, contact, lendingRules: { link: '/rules', text: [] } }
    const page = await opened('', { VisitingOverview: { data: { visitingDesk: told } } })
    expect(page.element.querySelector('.due')).toBeNull()
    expect(words(page)).toContain('09:00–17:30')
    expect(words(page)).toContain('闭馆。消防检修')
  })

  it('can be asked again when nobody answers', async () => {
    const page = await opened('', { VisitingOverview: gatewayAway() })
    expect(words(page)).toContain('暂时')
  })
})

describe('a notice', () => {
  const put = { PutNotice: { data: { putNotice: { ...notice, rev: 2 } } } }

  it('is live in three steps', async () => {
    const page = await opened('', put)
    await press(page, '写公告')
    type(page, 'notice-title', ' 明天闭馆 ')
    await press(page, '发布')
    expect(asked(page, 'PutNotice')).toMatchObject([
      { library: 'n33', rev: 0, notice: { title: zh('明天闭馆'), text: [], until: null, urgent: false } },
    ])
    expect(words(page)).toContain('公告已发布')
    expect(words(page)).toContain('十秒之内')
    expect(sessionStorage).toHaveLength(0)
  })

  it('is not sent without a title, nor with days and addresses that cannot be', async () => {
    const page = await opened('?part=notices&edit=new')
    await press(page, '发布')
    expect(document.activeElement?.id).toBe('notice-title')
    type(page, 'notice-title', '闭馆')
    type(page, 'notice-until', '2020-01-01')
    type(page, 'notice-link', 'javascript:alert(1)')
    await press(page, '发布')
    expect(texts(page.element, '.wrong')).toEqual([
      '最后一天不能早于第一天。',
      '网址要以 https:// 开头，或者是本馆网站的路径，例如 /events。',
      '还有 2 处要改，改好再按一次。',
    ])
    expect(asked(page, 'PutNotice')).toEqual([])
  })

  it('keeps what was typed when the page is left, for who typed it, with the same key', async () => {
    const first = await opened('?part=notices&edit=new', { PutNotice: gatewayAway() })
    type(first, 'notice-title', '写到一半')
    await press(first, '发布')
    expect(words(first)).toContain('没有收到回答')
    await first.leave()
    const again = await opened('?part=notices&edit=new', put)
    expect(field(again, 'notice-title').value).toBe('写到一半')
    expect(words(again)).toContain('已经放回来了')
    await press(again, '发布')
    const key = (page: Opened): unknown => Reflect.get(Object(asked(page, 'PutNotice')[0]), 'key')
    expect(key(again)).toBe(key(first))
    await again.leave()
    sessionStorage.setItem(
      'shuxiang.console.typed.n33 notice new',
      JSON.stringify({ form: {}, rev: 0, by: 'n33/other', at: Date.now() }),
    )
    expect(field(await opened('?part=notices&edit=new'), 'notice-title').value).toBe('')
  })

  it('that somebody else has changed shows both, and lets the person choose', async () => {
    const changed = refused('BAD_USER_INPUT', 'changed')
    const page = await opened('?part=notices&edit=notice-0001', { PutNotice: changed })
    type(page, 'notice-title', '我的标题')
    await press(page, '保存修改')
    expect(texts(page.element, '.theirs dl')).toEqual(['标题对方： 设备检修您： 我的标题'])
    expect(field(page, 'notice-title').value).toBe('我的标题')
    await press(page, '用我的，覆盖对方的')
    expect(asked(page, 'PutNotice')).toHaveLength(2)
    await press(page, '用对方的')
    expect(field(page, 'notice-title').value).toBe('设备检修')
    expect(page.element.querySelector('.theirs')).toBeNull()
  })

  it('is withdrawn, and brought back as it was', async () => {
    const withdrawn = { ...notice, rev: 2, withdrawn: true }
    const page = await opened('?part=notices', {
      ...put,
      WithdrawNotice: { data: { withdrawNotice: withdrawn } },
    })
    await press(page, '撤下')
    expect(asked(page, 'WithdrawNotice')).toEqual([{ id: notice.id, rev: 1 }])
    await press(page, '撤错了，放回去')
    expect(asked(page, 'PutNotice')).toMatchObject([
      { key: notice.key, rev: 2, notice: { title: notice.title, from: notice.from } },
    ])
  })

  it('keeps languages that the form does not show', async () => {
    const title = [...zh('检修'), { language: 'bo', text: 'བོད' }]
    const page = await opened('?part=notices&edit=notice-0001', {
      ...put,
      VisitingNotices: { data: noticesOf({ ...notice, title }) },
    })
    await press(page, '保存修改')
    expect(asked(page, 'PutNotice')).toMatchObject([{ rev: 1, notice: { title } }])
  })
})

describe('opening hours', () => {
  const saved = { SetHours: { data: { setHours: { hoursRev: 1 } } } }

  it('are told for the first time, a day like the one above by one press', async () => {
    const page = await opened('?part=hours', saved)
    type(page, 'hours-0-0-TUESDAY-0-opens', '930')
    await rest()
    expect(texts(page.element, '.week .btn')).toContain('同上一天')
    page.element.querySelector<HTMLElement>('[aria-label="同上一天：星期三"]')?.click()
    await press(page, '保存开放时间')
    const nine = [{ opens: '09:00', closes: '17:00' }]
    const half = [{ opens: '09:30', closes: '17:00' }]
    expect(asked(page, 'SetHours')).toMatchObject([
      {
        rev: 0,
        hours: {
          places: [{ seasons: [{ week: [{ spans: half }, { spans: half }, { spans: nine }, {}, {}, {}] }] }],
        },
      },
    ])
    expect(words(page)).toContain('开放时间已保存')
  })

  it('say when an exception is told, and want to know why', async () => {
    const page = await opened('?part=hours', saved)
    await press(page, '加一个例外')
    type(page, 'except-0-from', '2999-12-03')
    await rest()
    expect(field(page, 'except-0-until').value).toBe('2999-12-03')
    expect(words(page)).toContain('从 11月26日星期二 起，在网站上提前 7 天告知读者')
    await press(page, '保存开放时间')
    expect(document.activeElement?.id).toBe('except-0-reason')
    expect(words(page)).toContain('请写原因，读者会看到')
    type(page, 'except-0-reason', '消防检修')
    await press(page, '保存开放时间')
    expect(asked(page, 'SetHours')).toMatchObject([
      {
        hours: {
          exceptions: [{ from: '2999-12-03', until: '2999-12-03', spans: [], reason: zh('消防检修') }],
        },
      },
    ])
  })

  it('that somebody else has told meanwhile are not overwritten', async () => {
    const page = await opened('?part=hours', { SetHours: refused('BAD_USER_INPUT', 'changed') })
    type(page, 'hours-note', '最后入馆 16:30')
    await press(page, '保存开放时间')
    expect(texts(page.element, '.theirs dt')).toEqual(['补充说明'])
  })
})

it('the contact is sent with the rev that was seen, and without what nobody filled in', async () => {
  const page = await opened('?part=contact', { SetContact: { data: { setContact: { contactRev: 4 } } } })
  type(page, 'contact-address', '人民大道 1 号')
  type(page, 'contact-complaintTelephone', '转接')
  await press(page, '保存联系方式')
  expect(document.activeElement?.id).toBe('contact-complaintTelephone')
  type(page, 'contact-complaintTelephone', '0571-88586302')
  await press(page, '保存联系方式')
  expect(asked(page, 'SetContact')).toMatchObject([
    {
      rev: 3,
      contact: { telephones: [], email: null, complaints: { telephone: '0571-88586302', email: null } },
    },
  ])
  expect(words(page)).toContain('联系方式已保存')
})

it('lending rules are a text or a link', async () => {
  const page = await opened('?part=rules', {
    SetLendingRules: { data: { setLendingRules: { lendingRulesRev: 1 } } },
  })
  await press(page, '保存借阅规则')
  expect(document.activeElement?.id).toBe('rules-text')
  type(page, 'rules-link', '/rules')
  await press(page, '保存借阅规则')
  expect(asked(page, 'SetLendingRules')).toEqual([
    { library: 'n33', rev: 0, rules: { text: [], link: '/rules' } },
  ])
})

describe('an event', () => {
  it('is written, and ends after it begins', async () => {
    const page = await opened('?part=events&edit=new', { PutEvent: { data: { putEvent: event } } })
    type(page, 'event-title', '导读')
    type(page, 'event-begins', '2999-12-05T14:00')
    await rest()
    await press(page, '发布')
    expect(asked(page, 'PutEvent')).toMatchObject([
      { rev: 0, event: { begins: '2999-12-05T14:00', ends: '2999-12-05T16:00', state: 'PLANNED' } },
    ])
    expect(words(page)).toContain('活动已发布')
  })

  it('that does not take place is marked, and stays on the list', async () => {
    const page = await opened(`?part=events&edit=${event.key}`, { PutEvent: { data: { putEvent: event } } })
    field(page, 'event-cancelled').click()
    await press(page, '保存修改')
    expect(asked(page, 'PutEvent')).toMatchObject([{ rev: 2, event: { state: 'CANCELLED' } }])
  })
})
