// @vitest-environment happy-dom
// A host of a library's own, from the wish to its end, as a library admin meets it.
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { gatewayAway, settled, texts, type Answers } from '@shuxiang/sdk/testing'
import { answersFor, atWork, editor, pages } from './testing/pages.ts'
// Fetched when they are opened, later than a test looks.
import './hosts/HostsPage.vue'
import './hosts/HostsParts.vue'
import { hosts as words } from './hosts/messages/zh-CN.ts'
import { ownReasons } from './hosts/use-host-deed.ts'
import { loadWords } from './hosts/words.ts'

beforeAll(() => loadWords('zh-CN'))
afterEach(() => pages.close())

const withActions = (...actions: readonly string[]): typeof editor => ({
  ...editor,
  libraries: editor.libraries.map((each) => ({ ...each, actions })),
})
const admin = withActions('site.configure', 'library.manage')
const host = (state: string, more: object = {}) => ({
  ...{ id: `n33:${state}`, name: 'www.zjlib.cn', state, role: null, recordAt: '_shuxiang.www.zjlib.cn' },
  ...{ recordText: 'shuxiang-site=abc', checkedAt: null, lostSince: null, quarantineUntil: null },
  ...more,
})
const siteWith = (...siteDomains: readonly object[]): Answers => ({
  SiteHosts: { data: { library: { site: 'http://n33.sites.test/' }, siteDomains } },
})
const refused = (reason: string) => ({
  data: null,
  errors: [{ message: '', path: [], code: 'BAD_USER_INPUT', reason }],
})

async function opened(staff: typeof editor, answers: Answers) {
  const page = await pages.open(
    '/console/hosts?library=n33',
    { ...answersFor(staff), ...answers },
    { portal: { session: atWork } },
  )
  for (let i = 0; i < 6; i++) await settled()
  return page
}
type Opened = Awaited<ReturnType<typeof opened>>
const told = ({ element }: Opened): string => element.textContent?.replace(/\s+/g, ' ') ?? ''
const sent = (page: Opened, name: string) =>
  page.portal.calls.gql.filter((call) => call.name === name).map(({ variables }) => variables)
const buttons = ({ element }: Opened): readonly string[] => texts(element, 'button').map((one) => one.trim())
async function press({ element }: Opened, name: string): Promise<void> {
  const found = [...element.querySelectorAll('button')].find((one) => one.textContent?.trim() === name)
  if (!found) throw new Error(`There is no button ${name}.`)
  found.click()
  for (let i = 0; i < 6; i++) await settled()
}

describe('a library admin', () => {
  it('asks for a host, and is told what to do for it', async () => {
    const page = await opened(admin, {
      ...siteWith(),
      ClaimHost: { data: { claimDomain: { id: 'n33:x' } } },
    })
    expect(told(page)).toContain('还没有用自己的域名')
    const input = page.element.querySelector<HTMLInputElement>('#claim-host')
    if (!input) throw new Error('There is no field for a host.')
    input.value = ' www.zjlib.cn '
    input.dispatchEvent(new Event('input'))
    await settled()
    await press(page, '下一步')
    expect(sent(page, 'ClaimHost')).toEqual([{ library: 'n33', host: 'www.zjlib.cn' }])
    expect(told(page)).toContain('已经记下')
    expect(input.value).toBe('')
  })

  it('sees the record to add, and is told when it is not there yet', async () => {
    const page = await opened(admin, { ...siteWith(host('CLAIMED')), ProveHost: refused('no-proof') })
    expect(texts(page.element, '.record code')).toEqual([
      'TXT',
      '_shuxiang.www.zjlib.cn',
      'shuxiang-site=abc',
    ])
    await press(page, '已经添加，开始验证')
    expect(sent(page, 'ProveHost')).toEqual([{ id: 'n33:CLAIMED' }])
    expect(told(page)).toContain('还没有查到这条记录')
  })

  it('makes one the address of the site', async () => {
    const page = await opened(admin, {
      ...siteWith(host('ACTIVE', { role: 'ALIAS' })),
      PreferHost: { data: { makePrimary: { id: 'n33:ACTIVE' } } },
    })
    await press(page, '用作网站地址')
    expect(told(page)).toContain('网站地址已经换成 www.zjlib.cn')
  })

  it('gives one up only after what it means was told', async () => {
    const page = await opened(admin, {
      ...siteWith(host('ACTIVE', { role: 'PRIMARY' })),
      RetireHost: { data: { retireDomain: { id: 'n33:ACTIVE' } } },
    })
    await press(page, '停用')
    expect(sent(page, 'RetireHost')).toEqual([])
    expect(told(page)).toContain('90 天以内别的图书馆不能使用它')
    await press(page, '不停用')
    await press(page, '停用')
    await press(page, '确定停用')
    expect(sent(page, 'RetireHost')).toEqual([{ id: 'n33:ACTIVE' }])
    expect(told(page)).toContain('www.zjlib.cn 已经停用。')
  })

  it('sees since when the record is gone, and until when a host rests', async () => {
    const page = await opened(
      admin,
      siteWith(
        host('ACTIVE', { role: 'PRIMARY', lostSince: '2026-11-20T00:00:00Z' }),
        host('RETIRED', { id: 'n33:old', quarantineUntil: '2027-02-01T00:00:00Z' }),
      ),
    )
    expect(told(page)).toContain('从 2026年11月20日 起查不到下面的记录')
    expect(told(page)).toContain('2027年2月1日以前，别的图书馆不能使用它')
  })

  it('is told when nobody answers', async () => {
    expect(told(await opened(admin, { SiteHosts: gatewayAway() }))).toContain('暂时打不开')
  })
})

it('who may not change hosts sees how they stand', async () => {
  const page = await opened(withActions('site.configure'), siteWith(host('CLAIMED')))
  expect(told(page)).toContain('等待验证')
  expect(buttons(page)).not.toContain('已经添加，开始验证')
})

it('each reason of the graph has a sentence', () => {
  for (const reason of ownReasons) expect(words).toHaveProperty([`refused.${reason}`])
})
