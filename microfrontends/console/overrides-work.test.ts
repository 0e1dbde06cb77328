// @vitest-environment happy-dom
// What stands over sites: set, ended and taken down, as those who may meet it.
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { gatewayAway, settled, texts, type Answers } from '@shuxiang/sdk/testing'
import { answersFor, atWork, editor, nationalAdmin, pages } from './testing/pages.ts'
// Fetched when they are opened, later than a test looks.
import './overrides/OverridesPage.vue'
import './overrides/OverridesParts.vue'
import { overrides as words } from './overrides/messages/zh-CN.ts'
import { pagePath } from './overrides/page-path.ts'
import { spanFault } from './overrides/span.ts'
import { ownReasons } from './overrides/use-override-deed.ts'
import { loadWords } from './overrides/words.ts'
import type { Staff } from './staff/staff.ts'

beforeAll(() => loadWords('zh-CN'))
afterEach(() => pages.close())

const at = (library: string): Staff => ({
  ...editor,
  libraries: editor.libraries.map((each) => ({ ...each, library, actions: ['override.set'] })),
})
const province = at('n33')
const nation: Staff = { ...nationalAdmin, actions: ['override.set', 'site.take-down'] }

const zh = (text: string) => [{ language: 'zh-CN', text }]
const override = (kind: string, more: object = {}) => ({
  ...{ id: `33:${kind}`, kind, path: null, words: zh('台风红色预警'), by: 'n33/admin-1' },
  ...{ from: '2026-11-20T00:00:00Z', until: null, endedAt: null, inForce: true },
  ...more,
})
const answers = (
  ofRegion: readonly object[],
  ofSite: readonly object[] = [],
  edge: object = {},
): Answers => ({
  RegionOverrides: { data: { overrides: ofRegion } },
  SiteOverrides: {
    data: { site: { id: 'n33', edge: { emergencies: [], grey: false, ...edge } }, overrides: ofSite },
  },
  Provinces: { data: { regions: [{ id: '33', name: '浙江省' }] } },
  SetEmergency: { data: { setEmergency: { id: 'x' } } },
  SetMourning: { data: { setMourning: { id: 'x' } } },
  TakeDown: { data: { takeDown: { id: 'x' } } },
  EndOverride: { data: { endOverride: { id: 'x' } } },
})
const refused = (reason: string) => ({
  data: null,
  errors: [{ message: '', path: [], code: 'BAD_USER_INPUT', reason }],
})

async function opened(staff: Staff, query: string, given: Answers) {
  const page = await pages.open(
    `/console/overrides${query}`,
    { ...answersFor(staff), ...given },
    { portal: { session: atWork } },
  )
  for (let i = 0; i < 6; i++) await settled()
  return page
}
type Opened = Awaited<ReturnType<typeof opened>>
const told = ({ element }: Opened): string => element.textContent?.replace(/\s+/g, ' ') ?? ''
const sent = (page: Opened, name: string) =>
  page.portal.calls.gql.filter((call) => call.name === name).map(({ variables }) => variables)
const ways = ({ element }: Opened): readonly string[] =>
  texts(element, '.work :is(a, button)').map((one) => one.trim())
async function press({ element }: Opened, name: string): Promise<void> {
  const found = [...element.querySelectorAll('button')].find((one) => one.textContent?.trim() === name)
  if (!found) throw new Error(`There is no button ${name}.`)
  found.click()
  for (let i = 0; i < 6; i++) await settled()
}
async function type({ element }: Opened, id: string, value: string): Promise<void> {
  const field = element.querySelector<HTMLInputElement>(`#${id}`)
  if (!field) throw new Error(`There is no field ${id}.`)
  field.value = value
  field.dispatchEvent(new Event('input'))
  await settled()
}

describe('a province', () => {
  it('sets a notice over its own sites, at once and until it is ended', async () => {
    const page = await opened(province, '?library=n33&write=emergency', answers([]))
    expect(told(page)).toContain('紧急公告：浙江省')
    await press(page, '马上发布')
    expect(told(page)).toContain('请写中文')
    await type(page, 'emergency-zh', ' 台风红色预警，\n全省闭馆。')
    await press(page, '马上发布')
    expect(sent(page, 'SetEmergency')).toMatchObject([
      { region: '33', words: zh('台风红色预警， 全省闭馆。'), from: null, until: null },
    ])
    expect(told(page)).toContain('紧急公告已经设好')
    expect(page.element.querySelector('#emergency-zh')).toBeNull()
  })

  it('sets one in two languages from a time to a time', async () => {
    const page = await opened(province, '?library=n33&write=emergency', answers([]))
    await type(page, 'emergency-zh', '演习')
    await type(page, 'emergency-en', 'A drill')
    await type(page, 'emergency-from', '2001-01-01T08:00')
    await press(page, '到时发布')
    expect(told(page)).toContain('请填一年以内的时间')
    const year = new Date(Date.now() + 100 * 24 * 3600_000).toISOString().slice(0, 10)
    await type(page, 'emergency-from', `${year}T08:00`)
    await type(page, 'emergency-until', `${year}T07:00`)
    await press(page, '到时发布')
    expect(told(page)).toContain('结束要晚于现在和开始')
    await type(page, 'emergency-until', `${year}T09:00`)
    await press(page, '到时发布')
    expect(sent(page, 'SetEmergency')).toMatchObject([
      {
        words: [...zh('演习'), { language: 'en', text: 'A drill' }],
        from: `${year}T08:00:00+08:00`,
        until: `${year}T09:00:00+08:00`,
      },
    ])
  })

  it('sets days of mourning, whole days of Beijing', async () => {
    const page = await opened(province, '?library=n33&write=mourning', answers([]))
    const day = page.element.querySelector<HTMLInputElement>('#mourning-first')?.value
    await press(page, '设为哀悼日')
    const [variables] = sent(page, 'SetMourning')
    expect(variables).toMatchObject({ region: '33', from: `${day}T00:00:00+08:00` })
    expect(told(page)).toContain('哀悼日已经设好')
  })

  it('ends one only after what it means was told', async () => {
    const page = await opened(province, '?library=n33', answers([override('EMERGENCY')]))
    expect(told(page)).toContain('台风红色预警')
    await press(page, '结束')
    expect(sent(page, 'EndOverride')).toEqual([])
    await press(page, '不结束')
    await press(page, '结束')
    expect(told(page)).toContain('所有网站上马上不再显示这条公告')
    await press(page, '确定结束')
    expect(sent(page, 'EndOverride')).toEqual([{ id: '33:EMERGENCY' }])
    expect(told(page)).toContain('已经结束。')
  })

  it('sees what is over, what has not begun, and who is gone', async () => {
    const page = await opened(
      province,
      '?library=n33',
      answers([
        override('MOURNING', { words: [], from: '2999-12-13T00:00:00Z', by: '' }),
        override('EMERGENCY', { inForce: false, endedAt: '2026-11-21T00:00:00Z' }),
      ]),
    )
    expect(told(page)).toContain('哀悼日 还没有开始')
    expect(told(page)).toContain('已注销的账户')
    expect(told(page)).toContain('已经结束的（1）')
    expect(told(page)).toContain('由人结束')
  })

  it('sees what is taken down of its own site, and cannot lift it or take anything down', async () => {
    const page = await opened(
      province,
      '?library=n33',
      answers([], [override('TAKE_DOWN', { path: '/about', words: zh('依法撤下') })], {
        emergencies: [zh('全国的公告')],
        grey: true,
      }),
    )
    expect(told(page)).toContain('撤下页面 /about')
    expect(told(page)).toContain('依法撤下')
    expect(told(page)).toContain('全国的公告')
    expect(told(page)).toContain('哀悼日：整个网站是黑白的')
    expect(ways(page)).not.toContain('结束')
    expect(ways(page)).not.toContain('撤下网站或页面')
  })

  it('is told when there are as many as may be', async () => {
    const page = await opened(province, '?library=n33&write=emergency', {
      ...answers([]),
      SetEmergency: refused('too-many'),
    })
    await type(page, 'emergency-zh', '公告')
    await press(page, '马上发布')
    expect(told(page)).toContain('这里同时最多 50 条')
    expect(page.element.querySelector<HTMLTextAreaElement>('#emergency-zh')?.value).toBe('公告')
  })

  it('is told when nobody answers', async () => {
    const page = await opened(province, '?library=n33', {
      ...answers([]),
      RegionOverrides: gatewayAway(),
    })
    expect(told(page)).toContain('暂时打不开')
  })
})

it('a county sees what stands over its site, and is told where its own notices are written', async () => {
  const page = await opened(at('n330110'), '?library=n330110', answers([]))
  expect(told(page)).toContain('请到“开放时间与公告”里写')
  expect(told(page)).toContain('没有撤下的内容')
  expect(sent(page, 'RegionOverrides')).toEqual([])
})

it('a library without a site is told so', async () => {
  const page = await opened(at('n330110'), '?library=n330110', {
    ...answers([]),
    SiteOverrides: { data: { site: null, overrides: null }, errors: refused('no-site').errors },
  })
  expect(told(page)).toContain('这座图书馆还没有网站')
})

describe('the nation', () => {
  it('puts something over itself, or over the province that it looks at', async () => {
    const page = await opened(nation, '?write=mourning', answers([]))
    expect(told(page)).toContain('全国的全部网站')
    await press(page, '设为哀悼日')
    expect(sent(page, 'SetMourning')).toMatchObject([{ region: null }])
    pages.close()
    const other = await opened(nation, '?region=33', answers([]))
    expect(sent(other, 'RegionOverrides')).toEqual([{ region: '33' }])
    expect(told(other)).toContain('浙江省的全部网站')
  })

  it('takes a page down, with the words that readers find there', async () => {
    const page = await opened(nation, '?library=n33&write=take-down', answers([]))
    await type(page, 'down-zh', '依法撤下')
    await press(page, '撤下这个页面')
    expect(told(page)).toContain('请写以 / 开头的页面地址')
    await type(page, 'down-path', '/about/')
    await press(page, '撤下这个页面')
    expect(sent(page, 'TakeDown')).toMatchObject([{ site: 'n33', path: '/about', words: zh('依法撤下') }])
    expect(told(page)).toContain('已经撤下')
  })

  it('takes a whole site down', async () => {
    const page = await opened(nation, '?library=n33&write=take-down', answers([]))
    page.element.querySelector<HTMLInputElement>('input[value=site]')?.click()
    await settled()
    await type(page, 'down-zh', '依法撤下')
    await press(page, '撤下整个网站')
    expect(sent(page, 'TakeDown')).toMatchObject([{ site: 'n33', path: null }])
  })
})

it.each([
  ['/about/', '/about'],
  [' /%E5%85%B3%E4%BA%8E ', '/关于'],
  ['/', '/'],
  ['about', ''],
  ['//other.example/about', ''],
  ['https://n33.example/about', ''],
  ['/%zz', ''],
  ['', ''],
])('the address of a page that is typed as “%s” is “%s”', (typed, path) => expect(pagePath(typed)).toBe(path))

it('a span ends after now and after it begins, within a year', () => {
  const now = Date.parse('2026-11-27T08:00:00+08:00')
  expect(spanFault('', '', now)).toBe('')
  expect(spanFault('', '2026-11-27T08:01', now)).toBe('')
  expect(spanFault('', '2026-11-27T07:59', now)).toBe('until')
  expect(spanFault('2026-11-28T08:00', '2026-11-28T08:00', now)).toBe('until')
  expect(spanFault('2026-11-26T08:00', '2026-11-28T08:00', now)).toBe('')
  expect(spanFault('2028-01-01T08:00', '', now)).toBe('from')
  expect(spanFault('', '2028-01-01T08:00', now)).toBe('until')
  expect(spanFault('', 'x', now)).toBe('until')
})

it('each reason of the graph has a sentence', () => {
  for (const reason of ownReasons) expect(words).toHaveProperty([`refused.${reason}`])
})
