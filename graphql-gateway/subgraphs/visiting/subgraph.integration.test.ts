// What libraries say of visiting them, in the graph, over a real store: as staff write it, and as readers see it.
import { person, testNow } from '@shuxiang/permissions/fixture'
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { createExecutor } from '@shuxiang/subgraph-kit'
import { prepareStore } from '@shuxiang/subgraph-kit/module'
import { memoryAudit, testContext } from '@shuxiang/subgraph-kit/testing'
import type { Db } from 'mongodb'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { mostCurrent } from './bounds.ts'
import { contactInput, eventInput, hoursInput, noticeInput, zh } from './fixtures.ts'
import { visiting } from './module.ts'
import { visitingFacts } from './store/facts.ts'
import { createVisiting } from './subgraph.ts'

let store: TestStore
let db: Db
let n = 0
const commands: string[] = []
let audit = memoryAudit()
/** In China a Wednesday: 2026-11-18. */
const now = (): number => testNow * 1000
const today = '2026-11-18'
/** Libraries whose sites were said to have changed. */
const changedSites: string[] = []
const execute = createExecutor(
  createVisiting({
    isLibrary: async (id) => /^n\d+$/.test(id),
    isShells: () => true,
    pagesChanged: async (library) => void changedSites.push(library),
  }),
)
const admin = person({ memberships: [{ library: 'n33', role: 'branch-admin', expires: null }] })

beforeAll(async () => {
  store = await openTestStore()
  store.client.on('commandStarted', ({ commandName }) => commands.push(commandName))
})
afterAll(() => store.close())
beforeEach(async () => {
  db = store.db(`visiting_${n++}`)
  audit = memoryAudit()
  await prepareStore({ db, now: () => new Date(now()) }, [visiting({ libraries: async () => [] })])
  commands.length = 0
  changedSites.length = 0
})

const run = (query: string, variables: Record<string, unknown> = {}, facts: object = {}) =>
  execute(query, variables, testContext(db, { now, audit, ...facts }))

async function told(text: string): Promise<unknown> {
  const { data, errors } = await run(`{here{${text}}}`, {}, { tenant: 'n33' })
  expect(errors).toBeUndefined()
  return data?.here
}

const declared = {
  setHours: '$rev:Int!,$hours:HoursInput!',
  setContact: '$rev:Int!,$contact:ContactInput!',
  setLendingRules: '$rev:Int!,$rules:LendingRulesInput!',
  putNotice: '$key:String!,$rev:Int!,$notice:NoticeInput!',
  putEvent: '$key:String!,$rev:Int!,$event:LibraryEventInput!',
} as const

/** What came of a change at n33: `done`, or the reason of the error. */
async function write(
  mutation: keyof typeof declared,
  variables: Record<string, unknown>,
  facts: object = {},
): Promise<unknown> {
  const names = [...declared[mutation].matchAll(/\$(\w+)/g)].map(([, name]) => `${name}:$${name}`)
  const below = mutation.startsWith('set') ? 'library{id}' : 'id rev'
  const { errors } = await run(
    `mutation(${declared[mutation]}){${mutation}(library:"n33",${names.join()}){${below}}}`,
    variables,
    { principal: admin, ...facts },
  )
  const [error] = errors ?? []
  return error ? (error.extensions['reason'] ?? error.extensions['code']) : 'done'
}

const withdraw = async (mutation: string, id: string, rev: number): Promise<unknown> => {
  const query = `mutation{${mutation}(id:"${id}",rev:${rev}){withdrawn rev}}`
  const { data, errors } = await run(query, {}, { principal: admin })
  return errors?.[0]?.extensions['reason'] ?? errors?.[0]?.extensions['code'] ?? data?.[mutation]
}

describe('here', () => {
  it('is the library of the site that asks, and nothing on the portal', async () => {
    expect((await run('{here{id}}')).data).toEqual({ here: null })
    expect(await told('id')).toEqual({ id: 'n33' })
  })

  it('has said nothing while nobody has filled it in', async () =>
    expect(
      await told('hours{announceDays} contact{email} lendingRules{link} notices{id} events{id}'),
    ).toEqual({ hours: null, contact: null, lendingRules: null, notices: [], events: [] }))
})

describe('what a site is checked for', () => {
  const facts = (day = today) => visitingFacts(db, 'n33', day)

  it('is nothing while nobody has filled it in, and then the hours, the contact and the closures to come', async () => {
    expect(await facts()).toEqual({ hours: false, contact: false, closures: [] })
    await write('setHours', { rev: 0, hours: hoursInput() })
    await write('setContact', { rev: 0, contact: contactInput() })
    const closure = { title: { 'zh-CN': '消防检修，临时闭馆' }, from: '2026-12-03', announced: '2026-11-26' }
    expect(await facts()).toEqual({ hours: true, contact: true, closures: [closure] })
    expect(await facts('2026-12-04')).toMatchObject({ closures: [] })
  })
})

describe('hours', () => {
  it('are told whole, and for days', async () => {
    expect(await write('setHours', { rev: 0, hours: hoursInput() })).toBe('done')
    const spans = [{ opens: '09:00', closes: '17:30' }]
    expect(
      await told(
        'hours{timeZone note{text} today{date day isMakeUpDay holiday{text} places{place{key name{text}} spans{opens closes} source next{date}}} holidaysKnownUntil}',
      ),
    ).toEqual({
      hours: {
        timeZone: 'Asia/Shanghai',
        note: [{ text: '闭馆前 30 分钟停止入馆。' }],
        today: {
          ...{ date: today, day: 'WEDNESDAY', isMakeUpDay: false, holiday: [] },
          places: [{ place: { key: 'main', name: [{ text: '总馆' }] }, spans, source: 'WEEK', next: null }],
        },
        holidaysKnownUntil: '2026-12-31',
      },
    })
    expect(
      await told(
        'hours{days(from:"2026-12-04",count:1){places{spans{opens} source reason{text} next{date opens}}} announced{from}}',
      ),
    ).toEqual({
      hours: {
        days: [
          {
            places: [
              {
                ...{ spans: [], source: 'EXCEPTION', reason: [{ text: '消防检修，临时闭馆' }] },
                next: { date: '2026-12-06', opens: '09:00' },
              },
            ],
          },
        ],
        announced: [],
      },
    })
    expect(await told('hours{announced(on:"2026-11-26"){from}}')).toEqual({
      hours: { announced: [{ from: '2026-12-03' }] },
    })
    expect(
      await told(
        'hours{places{seasons{from week{day spans{opens}}} holidays{kind day spans{opens}} makeUpDays{kind day}} exceptions{from until places spans{opens} reason{language}} announceDays days{date}}',
      ),
    ).toMatchObject({
      hours: {
        places: [
          {
            seasons: [{ from: null, week: { length: 6 } }],
            holidays: { kind: 'AS_WEEKDAY', day: 'SUNDAY', spans: [] },
            makeUpDays: { kind: 'AS_USUAL', day: null },
          },
        ],
        exceptions: [{ from: '2026-12-03', places: [] }],
        days: { length: 7 },
      },
    })
  })

  it.each(['from:"x"', 'from:"2026-13-01"', 'from:"2099-01-01"', 'count:0', 'count:61'])(
    'refuse to reckon days of %s',
    async (args) => {
      await write('setHours', { rev: 0, hours: hoursInput() })
      const { errors } = await run(`{here{hours{days(${args}){date}}}}`, {}, { tenant: 'n33' })
      expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT')
    },
  )

  const [place] = hoursInput().places
  const [exception] = hoursInput().exceptions
  if (!place || !exception) throw new Error('The fixture has a place and an exception.')
  const season = { name: zh('夏令时'), from: '07-01', until: '08-31', week: [] }
  const withSpans = (...spans: [string, string][]) => ({
    places: [
      {
        ...place,
        seasons: [
          {
            name: [],
            week: [{ day: 'MONDAY' as const, spans: spans.map(([opens, closes]) => ({ opens, closes })) }],
          },
        ],
      },
    ],
  })

  it.each([
    ['no place', { places: [] }],
    ['too many places', { places: Array.from({ length: 21 }, (_, i) => ({ ...place, key: `p${i}` })) }],
    ['two places of one key', { places: [place, place] }],
    ['two places of which one has no name', { places: [place, { ...place, key: 'b', name: [] }] }],
    ['a key that is a path', { places: [{ ...place, key: '../x' }] }],
    ['a place without a week', { places: [{ ...place, seasons: [] }] }],
    ['a first season with days', { places: [{ ...place, seasons: [season] }] }],
    [
      'a season of no day',
      { places: [{ ...place, seasons: [...place.seasons, { ...season, from: '02-30' }] }] },
    ],
    [
      'a season on a day that is not in every year',
      { places: [{ ...place, seasons: [...place.seasons, { ...season, until: '02-29' }] }] },
    ],
    [
      'a weekday twice',
      {
        places: [
          {
            ...place,
            seasons: [
              {
                name: [],
                week: [
                  { day: 'MONDAY', spans: [] },
                  { day: 'MONDAY', spans: [] },
                ],
              },
            ],
          },
        ],
      },
    ],
    ['as no weekday', { places: [{ ...place, holidays: { kind: 'AS_WEEKDAY' } }] }],
    ['own hours that are none', { places: [{ ...place, makeUpDays: { kind: 'OWN_HOURS' } }] }],
    ['a time that there is not', withSpans(['09:00', '25:00'])],
    ['a time in words', withSpans(['上午', '17:00'])],
    ['opening at midnight of the next day', withSpans(['24:00', '24:00'])],
    ['closing before it opens', withSpans(['17:00', '09:00'])],
    ['spans one over the other', withSpans(['09:00', '12:00'], ['11:00', '17:00'])],
    [
      'too many spans',
      withSpans(
        ['01:00', '02:00'],
        ['03:00', '04:00'],
        ['05:00', '06:00'],
        ['07:00', '08:00'],
        ['09:00', '10:00'],
      ),
    ],
    ['an exception of another place', { exceptions: [{ ...exception, places: ['other'] }] }],
    ['an exception without a reason', { exceptions: [{ ...exception, reason: [] }] }],
    ['an exception that ends before it begins', { exceptions: [{ ...exception, until: '2026-12-01' }] }],
    ['an exception of ten years', { exceptions: [{ ...exception, until: '2036-12-01' }] }],
    ['an exception on no day', { exceptions: [{ ...exception, from: '2026-02-30' }] }],
    ['too many exceptions', { exceptions: Array.from({ length: 201 }, () => exception) }],
    ['too long a lead', { announceDays: 61 }],
    ['a note of ten thousand characters', { note: zh('馆'.repeat(10_000)) }],
  ])('refuse %s', async (_, facts) => {
    const came = await write('setHours', { rev: 0, hours: { ...hoursInput(), ...facts } })
    expect(['BAD_USER_INPUT', 'day', 'time']).toContain(came)
    expect(await told('hours{announceDays}')).toEqual({ hours: null })
  })

  it('hold seasons, own hours and times of their own', async () => {
    const spans = [{ opens: '10:00', closes: '15:00' }]
    const own = { kind: 'OWN_HOURS' as const, spans }
    const seasons = [...place.seasons, { ...season, week: [{ day: 'MONDAY' as const, spans }] }]
    const hours = hoursInput({ places: [{ ...place, seasons, holidays: own }], exceptions: [] })
    expect(await write('setHours', { rev: 0, hours })).toBe('done')
    expect(
      await told(
        'hours{places{seasons{from until name{text}} holidays{spans{opens}}} days(from:"2026-10-01",count:1){holiday{text} places{spans{opens} source}}}',
      ),
    ).toMatchObject({
      hours: {
        places: [
          {
            seasons: [{ from: null }, { from: '07-01', until: '08-31', name: [{ text: '夏令时' }] }],
            holidays: { spans: [{ opens: '10:00' }] },
          },
        ],
        days: [
          {
            holiday: [{ text: '国庆节' }, { text: 'National Day' }],
            places: [{ spans: [{ opens: '10:00' }], source: 'HOLIDAY' }],
          },
        ],
      },
    })
  })
})

describe('notices', () => {
  const shown = async () =>
    ((await told('notices{key}')) as { notices: { key: string }[] }).notices.map(({ key }) => key)

  it('are shown on their days, urgent ones first, then pinned ones, then the newest', async () => {
    const put = (key: string, facts: object) =>
      write('putNotice', { key, rev: 0, notice: noticeInput(facts) })
    await put('older-one', { from: '2026-11-02' })
    await put('newer-one', { from: '2026-11-10' })
    await put('pinned-one', { pinned: true })
    await put('urgent-one', { urgent: true, until: today })
    await put('over-since', { until: '2026-11-17' })
    await put('to-come-soon', { from: '2026-11-19' })
    expect(await shown()).toEqual(['urgent-one', 'pinned-one', 'newer-one', 'older-one'])
    expect(await told('notices(on:"2026-11-19",first:3){key}')).toEqual({
      notices: [{ key: 'pinned-one' }, { key: 'to-come-soon' }, { key: 'newer-one' }],
    })
    expect(
      await told(
        'notices(first:1){id title{text} text{language text} urgent pinned from until link withdrawn rev}',
      ),
    ).toEqual({
      notices: [
        {
          id: 'n33:urgent-one',
          title: [{ text: '设备检修通知' }],
          text: [{ language: 'zh-CN', text: '自助借还机今日停用。' }],
          ...{ urgent: true, pinned: false, from: '2026-11-01', until: today },
          ...{ link: null, withdrawn: false, rev: 1 },
        },
      ],
    })
  })

  it('are gone when they are withdrawn, and come back when they are put again', async () => {
    await write('putNotice', { key: 'a-notice', rev: 0, notice: noticeInput() })
    expect(await withdraw('withdrawNotice', 'n33:a-notice', 1)).toEqual({ withdrawn: true, rev: 2 })
    expect(await withdraw('withdrawNotice', 'n33:a-notice', 1)).toEqual({ withdrawn: true, rev: 2 })
    expect(await shown()).toEqual([])
    expect(await write('putNotice', { key: 'a-notice', rev: 2, notice: noticeInput() })).toBe('done')
    expect(await shown()).toEqual(['a-notice'])
    expect(await withdraw('withdrawNotice', 'n33:no-notice', 1)).toBe('gone')
    expect(await withdraw('withdrawNotice', 'not an id', 1)).toBe('gone')
  })

  it('are so many at a time', async () => {
    const at = new Date(now())
    await db.collection<{ _id: string }>('library_notices').insertMany(
      Array.from({ length: mostCurrent }, (_, i) => ({
        ...{ _id: `n33:notice-${i}`, library: 'n33', value: { title: {} }, withdrawn: false, rev: 1 },
        ...{ begins: today, ends: today, next: { digest: '', at }, changedAt: at },
      })),
    )
    expect(await write('putNotice', { key: 'one-more', rev: 0, notice: noticeInput() })).toBe('full')
    const known = await write('putNotice', { key: 'notice-1', rev: 1, notice: noticeInput() })
    expect(known).toBe('done')
  })

  it.each([
    ['no title', { title: [] }],
    ['a blank title', { title: zh(' \u202e ') }],
    ['half a character', { title: zh('\ud800') }],
    ['a title of a page', { title: zh('馆'.repeat(121)) }],
    ['one language twice', { title: [...zh('甲'), ...zh('乙')] }],
    ['a language that is none', { title: [{ language: '__proto__', text: '甲' }] }],
    ['a language that pages leave out', { title: [{ language: 'ZH-cn', text: '甲' }] }],
    ['a language in words', { text: [{ language: 'chinese', text: '甲' }] }],
    [
      'eleven languages',
      { text: Array.from({ length: 11 }, (_, i) => ({ language: `zh-x${i}`, text: '甲' })) },
    ],
    ['a last day before the first', { until: '2026-10-01' }],
    ['a day that is none', { from: '2026-11-31' }],
    ...[
      'javascript:alert(1)',
      'data:text/html,x',
      '//evil.example',
      '/\\evil.example',
      'https://a@evil.example',
      'http://',
      ' jav\tascript:x',
      `/${'a'.repeat(600)}`,
    ].map((link) => [`the link ${link.slice(0, 30)}`, { link }] as [string, object]),
  ])('refuse %s', async (_, facts) => {
    const came = await write('putNotice', { key: 'a-notice', rev: 0, notice: noticeInput(facts) })
    expect(['BAD_USER_INPUT', 'day', 'link']).toContain(came)
    expect(await shown()).toEqual([])
  })

  it('keep markup as the text that it is, and no sign that turns a text around', async () => {
    const text = '<script>alert(1)</script>\r\n\r\n\r\n\r\n第\u202e二\u2066段\u0000。'
    await write('putNotice', {
      key: 'a-notice',
      rev: 0,
      notice: noticeInput({ text: zh(text), link: '/about?x=1' }),
    })
    expect(await told('notices{text{text} link}')).toEqual({
      notices: [{ text: [{ text: '<script>alert(1)</script>\n\n第二段 。' }], link: '/about?x=1' }],
    })
  })

  it.each(['', 'short', 'with space', 'x'.repeat(65), 'n33:other'])('refuse the key %j', async (key) =>
    expect(await write('putNotice', { key, rev: 0, notice: noticeInput() })).toBe('BAD_USER_INPUT'),
  )

  it.each(['first:-1', 'first:51', 'on:"2026-11-20"', 'on:"x"'])('refuse %s', async (args) => {
    const { errors } = await run(`{here{notices(${args}){id}}}`, {}, { tenant: 'n33' })
    expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT')
  })
})

describe('events', () => {
  const put = (key: string, facts: object) => write('putEvent', { key, rev: 0, event: eventInput(facts) })

  it('are listed while they have not ended, soonest first, those that are cancelled too', async () => {
    await put('the-later', {})
    await put('the-sooner', { begins: '2026-11-18T09:00', ends: '2026-11-18T23:00', state: 'CANCELLED' })
    await put('the-past', { begins: '2026-11-17T09:00', ends: '2026-11-17T10:00' })
    expect(
      await told('events{key state} all:events(from:"2026-11-01"){key} none:events(first:0){key}'),
    ).toEqual({
      events: [
        { key: 'the-sooner', state: 'CANCELLED' },
        { key: 'the-later', state: 'PLANNED' },
      ],
      all: [{ key: 'the-past' }, { key: 'the-sooner' }, { key: 'the-later' }],
      none: [],
    })
    expect(
      await told(
        'events(from:"2026-12-01"){id title{text} text{text} begins ends place{text} link audience{text} withdrawn rev}',
      ),
    ).toEqual({
      events: [
        {
          ...{ id: 'n33:the-later', title: [{ text: '《红楼梦》导读' }], text: [{ text: '主讲：沈老师。' }] },
          ...{ begins: '2026-12-05T14:00', ends: '2026-12-05T16:00', place: [{ text: '三楼报告厅' }] },
          ...{ link: '/events', audience: [{ text: '成人读者' }], withdrawn: false, rev: 1 },
        },
      ],
    })
    expect(await withdraw('withdrawEvent', 'n33:the-later', 1)).toEqual({ withdrawn: true, rev: 2 })
    expect(await told('events(from:"2026-12-01"){id}')).toEqual({ events: [] })
    expect(await withdraw('withdrawEvent', 'n33:the-none', 1)).toBe('gone')
  })

  it.each([
    [{ begins: '2026-12-05' }],
    [{ begins: '2026-12-05T24:00' }],
    [{ begins: '2026-02-30T10:00' }],
    [{ ends: '2026-12-05T14:00' }],
    [{ title: [] }],
    [{ link: 'ftp://x' }],
  ])('refuse %j', async (facts) =>
    expect(['BAD_USER_INPUT', 'time', 'link']).toContain(await put('an-event', facts)),
  )

  it.each(['first:101', 'from:"tomorrow"'])('refuse %s', async (args) => {
    const { errors } = await run(`{here{events(${args}){id}}}`, {}, { tenant: 'n33' })
    expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT')
  })
})

describe('contact and lending rules', () => {
  it('are told as they were given', async () => {
    expect(await write('setContact', { rev: 0, contact: contactInput() })).toBe('done')
    expect(
      await told(
        'contact{address{language text} postalCode telephones{name{text} number} email wechat directions{text} access{text} complaints{telephone email text{text}}}',
      ),
    ).toEqual({
      contact: {
        ...contactInput(),
        telephones: [{ name: [{ text: '总服务台' }], number: '0571-88586301' }],
        directions: [{ text: '地铁 5 号线人民大道站 A 口。' }],
        access: [{ text: '一楼有无障碍入口与视障阅览室。' }],
        complaints: { telephone: '0571-88586302', email: null, text: [{ text: '五个工作日内答复。' }] },
      },
    })
    expect(await write('setLendingRules', { rev: 0, rules: { text: zh('每证可借 20 册。') } })).toBe('done')
    expect(await told('lendingRules{text{text} link}')).toEqual({
      lendingRules: { text: [{ text: '每证可借 20 册。' }], link: null },
    })
  })

  it.each([
    [{ email: 'nobody' }],
    [{ email: 'a@b' }],
    [{ postalCode: '12345' }],
    [{ telephones: [{ name: [], number: '<b>' }] }],
    [{ telephones: [{ name: [], number: ' ' }] }],
    [{ telephones: Array.from({ length: 11 }, () => ({ name: [], number: '12345' })) }],
    [{ wechat: 'x'.repeat(200) }],
    [{ complaints: { telephone: 'call me', text: [] } }],
  ])('refuse %j', async (facts) =>
    expect(['BAD_USER_INPUT', 'email', 'telephone']).toContain(
      await write('setContact', { rev: 0, contact: contactInput(facts) }),
    ),
  )

  it('refuse rules that say nothing', async () =>
    expect(await write('setLendingRules', { rev: 0, rules: { text: [], link: '' } })).toBe('empty'))
})

describe('a change', () => {
  const contact = (email: string) => contactInput({ email })

  it('is noted, counts up, and changes nothing the second time', async () => {
    expect(await write('setContact', { rev: 0, contact: contact('a@lib.cn') })).toBe('done')
    expect(await write('setContact', { rev: 0, contact: contact('a@lib.cn') })).toBe('done')
    expect(await write('setContact', { rev: 1, contact: contact('b@lib.cn') })).toBe('done')
    expect(changedSites).toEqual(['n33', 'n33', 'n33'])
    expect(
      audit.recorded.map(({ actor, action, object, library, details }) => ({
        actor,
        action,
        object,
        library,
        details,
      })),
    ).toEqual(
      [1, 2].map((rev) => ({
        ...{ actor: 'somebody', action: 'visiting.manage', object: 'contact:n33', library: 'n33' },
        details: { rev, withdrawn: false },
      })),
    )
  })

  it('overwrites nothing that somebody else has changed meanwhile', async () => {
    await write('setContact', { rev: 0, contact: contact('a@lib.cn') })
    expect(await write('setContact', { rev: 0, contact: contact('b@lib.cn') })).toBe('changed')
    expect(await write('setContact', { rev: 2, contact: contact('b@lib.cn') })).toBe('changed')
    expect(changedSites).toEqual(['n33'])
    expect(await write('setContact', { rev: -1, contact: contact('b@lib.cn') })).toBe('BAD_USER_INPUT')
    expect(await told('contact{email}')).toEqual({ contact: { email: 'a@lib.cn' } })
  })

  it('waits for one that was begun, a few seconds', async () => {
    const dead = { ...audit, record: () => Promise.reject(new Error('the process ends here')) }
    expect(await write('setContact', { rev: 0, contact: contact('a@lib.cn') }, { audit: dead })).not.toBe(
      'done',
    )
    expect(await told('contact{email}')).toEqual({ contact: null })
    expect(await write('setContact', { rev: 0, contact: contact('b@lib.cn') })).toBe('busy')
    const later = { now: () => now() + 11_000 }
    expect(await write('setContact', { rev: 0, contact: contact('b@lib.cn') }, later)).toBe('done')
    expect(await told('contact{email}')).toEqual({ contact: { email: 'b@lib.cn' } })
  })

  it.each(Array.from({ length: 5 }, (_, i) => i))('is one of those that come at once (%i)', async () => {
    const came = await Promise.all(
      ['a@lib.cn', 'b@lib.cn', 'c@lib.cn', 'a@lib.cn'].map((email) =>
        write('setContact', { rev: 0, contact: contact(email) }),
      ),
    )
    const { contact: kept } = (await told('contact{email}')) as { contact: { email: string } }
    const same = ['a@lib.cn', 'b@lib.cn', 'c@lib.cn', 'a@lib.cn'].map((email) => email === kept.email)
    for (const [i, outcome] of came.entries())
      expect(same[i] ? ['done', 'busy', 'changed'] : ['busy', 'changed']).toContain(outcome)
    expect(came).toContain('done')
    expect(audit.recorded.length).toBeGreaterThan(0)
  })

  it.each([
    ['n34', admin, 'library'],
    ['nobody', admin, 'no-library'],
    ['n33', person({ memberships: [{ library: 'n33', role: 'editor', expires: null }] }), 'role'],
    ['n33', person({ client: 'portal', azp: 'ndl-portal' }), 'client'],
  ])('at %s is refused', async (library, principal, reason) => {
    const query = 'mutation($c:ContactInput!,$l:ID!){setContact(library:$l,rev:0,contact:$c){library{id}}}'
    const { errors } = await run(query, { c: contactInput(), l: library }, { principal })
    expect(errors?.[0]?.extensions['reason']).toBe(reason)
    expect(await db.collection('library_contacts').countDocuments({})).toBe(0)
  })
})

describe('the desk', () => {
  it('has everything, what is over and withdrawn too, with its rev', async () => {
    await write('setHours', { rev: 0, hours: hoursInput() })
    await write('setContact', { rev: 0, contact: contactInput() })
    await write('putNotice', { key: 'the-past', rev: 0, notice: noticeInput({ until: '2026-11-02' }) })
    await write('putNotice', { key: 'the-next', rev: 0, notice: noticeInput({ from: '2026-12-01' }) })
    await withdraw('withdrawNotice', 'n33:the-next', 1)
    await write('putEvent', { key: 'an-event', rev: 0, event: eventInput() })
    const query = `{visitingDesk(library:"n33"){library{id} hours{announceDays} hoursRev contact{email} contactRev
      lendingRules{link} lendingRulesRev notices{totalCount edges{node{key rev withdrawn}} pageInfo{hasNextPage}}
      events{edges{cursor node{key}}}}}`
    expect((await run(query, {}, { principal: admin })).data).toMatchObject({
      visitingDesk: {
        ...{ library: { id: 'n33' }, hours: { announceDays: 7 }, hoursRev: 1, contactRev: 1 },
        ...{ lendingRules: null, lendingRulesRev: 0 },
        notices: {
          totalCount: 2,
          edges: [
            { node: { key: 'the-next', rev: 2, withdrawn: true } },
            { node: { key: 'the-past', rev: 1, withdrawn: false } },
          ],
          pageInfo: { hasNextPage: false },
        },
        events: { edges: [{ node: { key: 'an-event' } }] },
      },
    })
    expect((await run('{visitingDesk(library:"n33"){hoursRev}}')).data).toEqual({ visitingDesk: null })
  })
})

it('many libraries are told in one trip each', async () => {
  await write('setHours', { rev: 0, hours: hoursInput() })
  commands.length = 0
  const query =
    'query($r:[_Any!]!){_entities(representations:$r){...on Library{id hours{announceDays} contact{email}}}}'
  const r = ['n33', 'n34', 'n35'].map((id) => ({ __typename: 'Library', id }))
  expect((await run(query, { r })).data).toEqual({
    _entities: [
      { id: 'n33', hours: { announceDays: 7 }, contact: null },
      { id: 'n34', hours: null, contact: null },
      { id: 'n35', hours: null, contact: null },
    ],
  })
  expect(commands).toEqual(['find', 'find'])
})

it('a new store has what its libraries say, and keeps what they changed', async () => {
  const words = { 'zh-CN': '演示数据' }
  const { library, ...said } = {
    library: 'n33',
    hours: { places: [], exceptions: [], announceDays: 7, note: words },
    contact: {
      ...{ address: words, postalCode: null, telephones: [], email: 'first@lib.cn', wechat: null },
      ...{ directions: {}, access: {}, complaints: { telephone: null, email: null, text: {} } },
    },
    lendingRules: { text: words, link: null },
    notice: {
      ...{ title: words, text: {}, urgent: false, pinned: true, from: today, until: null, link: null },
    },
  }
  const seed = () =>
    prepareStore({ db, now: () => new Date(now()) }, [
      visiting({ libraries: async () => [{ library, ...said }] }),
    ])
  await seed()
  expect(await told('hours{announceDays} contact{email} lendingRules{text{text}} notices{rev}')).toEqual({
    hours: { announceDays: 7 },
    contact: { email: 'first@lib.cn' },
    lendingRules: { text: [{ text: '演示数据' }] },
    notices: [{ rev: 1 }],
  })
  expect(await write('setContact', { rev: 1, contact: contactInput({ email: 'own@lib.cn' }) })).toBe('done')
  await seed()
  expect(await told('contact{email}')).toEqual({ contact: { email: 'own@lib.cn' } })
})
