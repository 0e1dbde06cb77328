// @vitest-environment happy-dom
// The frame and its sections as somebody at work meets them: the door, what is shown to whom, and what a press does.
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Session } from '@shuxiang/sdk/contract'
import { ANONYMOUS, UNKNOWN_SESSION } from '@shuxiang/sdk/contract'
import { gatewayAway, settled, texts, type Answers } from '@shuxiang/sdk/testing'
import { sections } from './sections.ts'
import {
  answersFor,
  atWork,
  branchAdmin,
  editor,
  entries,
  nationalAdmin,
  pages,
  proposals,
} from './testing/pages.ts'

const KEY = 'shuxiang.console.draft'
// Their code comes when they are opened, later than a test looks.
beforeAll(() => Promise.all(sections.map(({ page }) => page())))
beforeEach(() => sessionStorage.clear())
afterEach(() => pages.close())

async function opened(url: string, answers: Answers, session: Session = atWork) {
  const page = await pages.open(url, answers, { portal: { session } })
  await settled()
  await settled()
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
  await settled()
}
const type = (element: HTMLElement, selector: string, text: string): void => {
  const field = element.querySelector<HTMLInputElement>(selector)
  if (!field) throw new Error(`no ${selector}`)
  field.value = text
  field.dispatchEvent(new Event('input'))
}
const asked = (page: Opened, name: string) => page.portal.calls.gql.filter((call) => call.name === name)

describe('the door', () => {
  it.each([
    ['nobody', ANONYMOUS, '请用馆员账户登录'],
    ['a reader', { ...atWork, staff: false, level: 1 }, '这个账户不是馆员账户'],
    ['staff without a code', { ...atWork, level: 1 }, '还需要动态口令'],
  ] as const)('tells %s what to do, and asks the graph nothing', async (_, session, sentence) => {
    const page = await opened('/console/members', answersFor(branchAdmin), session)
    expect(words(page)).toContain(sentence)
    expect(page.portal.calls.gql).toEqual([])
  })

  it('asks for a code with the press', async () => {
    const page = await opened('/console', answersFor(branchAdmin), { ...atWork, level: 1 })
    await press(page, '输入动态口令')
    expect(page.portal.calls.signIn).toEqual([2])
  })

  it.each([
    ['is of no staff', { Staff: { data: { staff: null } } }, '这个账户不是馆员账户'],
    ['has no role now', { Staff: { data: { staff: { ...editor, libraries: [] } } } }, '您现在没有工作角色'],
    ['cannot be looked up', { Staff: gatewayAway() }, '暂时打不开'],
  ] as const)('tells whose account %s', async (_, answers, sentence) => {
    expect(words(await opened('/console', answers))).toContain(sentence)
  })

  it('hides the work when the sign-in ends, and keeps what is half written', async () => {
    const page = await opened('/console/members?do=grant', answersFor(branchAdmin))
    type(page.element, '#grant-reason', '写到一半')
    page.portal.becomes(ANONYMOUS)
    await settled()
    expect(words(page)).toContain('登录已经结束')
    expect(page.element.querySelector<HTMLElement>('.open')?.style.display).toBe('none')
    expect(page.element.querySelector<HTMLTextAreaElement>('#grant-reason')?.value).toBe('写到一半')
    page.portal.becomes(atWork)
    await settled()
    expect(page.element.querySelector<HTMLElement>('.open')?.style.display).toBe('')
  })

  it('shows nothing before it is known who is there', async () => {
    const page = await pages.open('/console', answersFor(branchAdmin), {
      portal: { session: { ...UNKNOWN_SESSION } },
    })
    expect(page.portal.calls.gql).toEqual([])
    expect(page.element.querySelectorAll('.skeleton')).toHaveLength(1)
  })
})

describe('sections', () => {
  it.each([
    ['a library admin', branchAdmin, ['馆员工作台', '成员与角色', '管理员提名', '操作日志', '我的操作']],
    ['an editor', editor, ['馆员工作台', '我的操作']],
  ] as const)('are shown to %s as far as they may', async (_, staff, labels) => {
    const shown = texts((await opened('/console', answersFor(staff))).element, '.sections a')
    expect(shown).toEqual(expect.arrayContaining([...labels]))
    if (staff === editor) expect(shown).not.toContain('成员与角色')
  })

  it('refuse who may not, and ask the graph nothing', async () => {
    const page = await opened('/console/members?library=n33', answersFor(editor))
    expect(words(page)).toContain('您在这座图书馆不能使用这一栏')
    expect(asked(page, 'Members')).toEqual([])
  })

  it('refuse a library admin at another library', async () => {
    const page = await opened('/console/members?library=n44', answersFor(branchAdmin))
    expect(words(page)).toContain('您在这座图书馆不能使用这一栏')
    expect(asked(page, 'Members')).toEqual([])
  })

  it('ask who works for the nation which library is meant', async () => {
    const page = await opened('/console/members', answersFor(nationalAdmin))
    expect(words(page)).toContain('选择图书馆')
    await page.go('/console/members?library=n44')
    await settled()
    expect(asked(page, 'Members')[0]?.variables).toEqual({ library: 'n44', after: null })
    expect(words(page)).toContain('广东省立中山图书馆')
  })

  it('say so where there is none', async () => {
    expect(words(await opened('/console/none', answersFor(branchAdmin)))).toContain('工作台没有这一栏')
  })
})

describe('a deed', () => {
  const fill = (page: Opened): void => {
    type(page.element, '#grant-username', ' n33/publisher-1 ')
    type(page.element, '#grant-reason', '新任')
  }
  const refused = (code: string, reason?: string) => ({
    data: null,
    errors: [{ message: '', path: [], code, ...(reason === undefined ? {} : { reason }) }],
  })

  it('is sent with what was typed, and told when it is done', async () => {
    const page = await opened('/console/members?do=grant', {
      ...answersFor(branchAdmin),
      GrantRole: { data: { grantRole: { id: 'x' } } },
    })
    fill(page)
    await press(page, '授予')
    await settled()
    expect(asked(page, 'GrantRole')).toMatchObject([
      { variables: { library: 'n33', username: 'n33/publisher-1', role: 'EDITOR', reason: '新任' } },
    ])
    expect(page.visited.at(-1)).toBe('/console/members?library=n33')
    expect(page.element.querySelector('[role=status]')?.textContent).toContain('已授予')
    expect(asked(page, 'Members').length).toBeGreaterThan(1)
    expect(sessionStorage.getItem(KEY)).toBeNull()
  })

  it.each([
    [refused('BAD_USER_INPUT', 'no-device'), '还没有登记动态口令'],
    [refused('BAD_USER_INPUT', 'held'), '已经有这个角色'],
    [refused('FORBIDDEN', 'library'), '您的账户没有这项权限'],
    [refused('UNAUTHENTICATED'), '登录已经结束'],
    [refused('STEP_UP_REQUIRED'), '需要再输入一次动态口令'],
    [refused('INTERNAL_SERVER_ERROR'), '系统出了错'],
    [gatewayAway(), '没有收到回答'],
  ])('that is refused says why, and keeps the form', async (answer, sentence) => {
    const page = await opened('/console/members?do=grant', { ...answersFor(branchAdmin), GrantRole: answer })
    fill(page)
    await press(page, '授予')
    expect(page.element.querySelector('[role=alert]')?.textContent).toContain(sentence)
    expect(page.element.querySelector<HTMLTextAreaElement>('#grant-reason')?.value).toBe('新任')
    expect(sessionStorage.getItem(KEY)).toBeNull()
  })

  it('is not sent while something is missing', async () => {
    const page = await opened('/console/members?do=grant', answersFor(branchAdmin))
    await press(page, '授予')
    expect(document.activeElement?.id).toBe('grant-username')
    type(page.element, '#grant-username', 'n33/x')
    type(page.element, '#grant-day', '2020-01-01')
    await press(page, '授予')
    expect(document.activeElement?.id).toBe('grant-day')
    expect(asked(page, 'GrantRole')).toEqual([])
  })

  describe('that was on its way when the page was left for a code', () => {
    const values = { username: 'n33/publisher-1', role: 'PUBLISHER', reason: '新任', day: '2027-01-31' }
    const left = (more: object = {}): void =>
      sessionStorage.setItem(
        KEY,
        JSON.stringify({
          deed: 'grant n33',
          by: branchAdmin.username,
          values,
          at: Date.now(),
          send: true,
          ...more,
        }),
      )
    const granting: Answers = { ...answersFor(branchAdmin), GrantRole: { data: { grantRole: { id: 'x' } } } }
    const reason = ({ element }: Opened): string | undefined =>
      element.querySelector<HTMLTextAreaElement>('#grant-reason')?.value

    it('is done once when it comes back', async () => {
      left()
      const page = await opened('/console/members?do=grant', granting)
      expect(asked(page, 'GrantRole')).toMatchObject([{ variables: { role: 'PUBLISHER', reason: '新任' } }])
      expect(sessionStorage.getItem(KEY)).toBeNull()
    })

    it('waits when a code is asked for again', async () => {
      left()
      const answers = { ...granting, GrantRole: refused('STEP_UP_REQUIRED') }
      const page = await opened('/console/members?do=grant', answers)
      expect(asked(page, 'GrantRole')).toHaveLength(1)
      expect([reason(page), sessionStorage.getItem(KEY)]).toEqual(['新任', null])
    })

    it.each([
      ['of another person', { by: 'n33/other' }, undefined],
      ['too long ago', { at: Date.now() - 1_000_000 }, ''],
      ['at another library', { deed: 'grant n44' }, ''],
      ['without a code', { send: false }, '新任'],
      ['of no sense', { values: { reason: 7 } }, ''],
    ])('is not done by itself %s', async (_, more, kept) => {
      left(more)
      const page = await opened('/console/members?do=grant', granting)
      expect(asked(page, 'GrantRole')).toEqual([])
      expect(reason(page)).toBe(kept ?? '')
    })

    it('waits after the door was closed', async () => {
      left()
      const page = await opened('/console/members?do=grant', granting, ANONYMOUS)
      page.portal.becomes(atWork)
      await settled()
      await settled()
      expect(asked(page, 'GrantRole')).toEqual([])
    })
  })
})

describe('four eyes', () => {
  it('let another confirm, and show no such button to who proposed', async () => {
    const page = await opened('/console/proposals', answersFor(nationalAdmin))
    expect(texts(page.element, '.acts a')).toEqual(['确认……', '否决……'])
    const proposal = { ...proposals.adminProposals?.[0], mine: true }
    const own = await opened('/console/proposals', {
      ...answersFor(nationalAdmin),
      AdminProposals: { data: { adminProposals: [proposal] } },
    })
    expect(texts(own.element, '.acts a')).toEqual(['收回提名……'])
    expect(words(own)).toContain('要由另一位全国管理员确认')
  })
})

describe('the audit log', () => {
  it('speaks plainly of what was done and what was refused', async () => {
    const page = await opened('/console/audit', answersFor(branchAdmin))
    expect(words(page)).toContain('一个没有工作角色的账户（编号 6f1c2a9e…） 想要查看成员，没有获准')
    expect(words(page)).toContain('n33/admin-1 授予 n33/editor-1 编辑角色，到 2027年6月1日 为止')
    expect(words(page)).toContain('理由：新馆员')
  })

  it('names a program by its client', async () => {
    const [entry] = entries.auditEntries ?? []
    const program = { ...entry, actor: 'service-account-ndl-provisioner', client: 'ndl-provisioner' }
    const page = await opened('/console/audit', {
      ...answersFor(branchAdmin),
      AuditEntries: { data: { auditEntries: [{ ...program, action: 'client.make', outcome: 'DONE' }] } },
    })
    expect(words(page)).toContain('系统（ndl-provisioner）：登记网站的登录')
  })

  it('asks the graph for what its address says', async () => {
    const query = 'person=n33%2Feditor-1&action=member.grant&from=2026-11-01&until=2026-11-30&before=51'
    const page = await opened(`/console/audit?${query}`, answersFor(branchAdmin))
    expect(asked(page, 'AuditEntries')[0]?.variables).toEqual({
      library: 'n33',
      mine: false,
      person: 'n33/editor-1',
      action: 'member.grant',
      from: '2026-11-01T00:00:00+08:00',
      until: '2026-12-01T00:00:00+08:00',
      before: 51,
    })
  })
})
