// @vitest-environment happy-dom
// Cards and invitations as an admin meets them, and an invitation as the invited does.
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ANONYMOUS, type Session } from '@shuxiang/sdk/contract'
import { settled, type Answers } from '@shuxiang/sdk/testing'
import { sections } from './sections.ts'
import { answersFor, atWork, branchAdmin, pages } from './testing/pages.ts'
import {
  cardLists,
  cards,
  checked,
  invitation,
  invitations,
  listId,
  refusedLines,
} from './testing/people-work.ts'

beforeAll(async () => {
  await Promise.all(sections.map(({ page }) => page()))
  await import('./invitations/InvitationPage.vue')
})
beforeEach(() => {
  sessionStorage.clear()
  window.location.hash = ''
})
afterEach(() => pages.close())

const answers: Answers = {
  ...answersFor(branchAdmin),
  CardLists: { data: cardLists },
  CardList: { data: { cardList: checked } },
  CardListLines: { data: refusedLines },
  LibraryCards: { data: cards },
  Invitations: { data: invitations },
}
async function opened(url: string, more: Answers = {}, session: Session = atWork) {
  const page = await pages.open(url, { ...answers, ...more }, { portal: { session } })
  for (let i = 0; i < 4; i++) await settled()
  return page
}
type Opened = Awaited<ReturnType<typeof opened>>
const words = ({ element }: Opened): string => element.textContent?.replace(/\s+/g, ' ') ?? ''
const press = async ({ element }: Opened, name: string | RegExp): Promise<void> => {
  const found = [...element.querySelectorAll<HTMLElement>('button, a')].find((each) =>
    typeof name === 'string' ? each.textContent?.trim() === name : name.test(each.textContent ?? ''),
  )
  if (!found) throw new Error(`no ${String(name)} in ${element.textContent}`)
  found.click()
  for (let i = 0; i < 4; i++) await settled()
}
const type = ({ element }: Opened, selector: string, text: string): void => {
  const field = element.querySelector<HTMLInputElement>(selector)
  if (!field) throw new Error(`no ${selector}`)
  field.value = text
  field.dispatchEvent(new Event('input'))
}
const asked = (page: Opened, name: string) => page.portal.calls.gql.filter((call) => call.name === name)

describe('cards', () => {
  it('show what was given in, and how many wait for a code', async () => {
    const page = await opened('/console/cards')
    expect(words(page)).toContain('还有 3 张读者证没有激活码')
    expect(words(page)).toContain('读者.csv')
  })

  it('of a list say what would happen, why lines are refused, and import what was looked at', async () => {
    const page = await opened(`/console/cards?list=${listId}`, {
      ImportCardList: { data: { importCardList: { ...checked, state: 'IMPORTING' } } },
    })
    expect(words(page)).toContain('现在还没有改动任何读者证')
    expect(words(page)).toContain('科学记数')
    expect(words(page)).toContain('1 张证的姓名与登记的不同')
    await press(page, '导入 5 行')
    expect(asked(page, 'ImportCardList')).toMatchObject([{ variables: { id: listId, reading: 1 } }])
  })

  it('that are read otherwise are checked anew as chosen', async () => {
    const page = await opened(`/console/cards?list=${listId}`, {
      ReadCardList: { data: { readCardList: { ...checked, state: 'CHECKING' } } },
    })
    const column = page.element.querySelector<HTMLSelectElement>('#column-2')
    if (!column) throw new Error('no column')
    column.value = 'BIRTH'
    column.dispatchEvent(new Event('change'))
    await press(page, '按这样重新核对')
    expect(asked(page, 'ReadCardList')).toMatchObject([
      { variables: { mapping: { columns: ['CARD', 'HOLDER', 'BIRTH'], encoding: 'GB18030' } } },
    ])
  })

  const fileField = ({ element }: Opened): HTMLInputElement => {
    const field = element.querySelector<HTMLInputElement>('input[type=file]')
    if (!field) throw new Error('no field for a file')
    return field
  }
  const refusedFor = (code: string, reason?: string) => ({
    data: null,
    errors: [{ message: '', path: [], code, ...(reason === undefined ? {} : { reason }) }],
  })

  it('are asked whether the one-time code is fresh before a file can be chosen', async () => {
    const page = await opened('/console/cards', {
      BeginCardList: refusedFor('BAD_USER_INPUT', 'empty-file'),
    })
    const first = new Event('click', { cancelable: true })
    let openedByItself = 0
    fileField(page).addEventListener('click', (event) => (openedByItself += event === first ? 0 : 1))
    fileField(page).dispatchEvent(first)
    expect(first.defaultPrevented).toBe(true)
    for (let i = 0; i < 4; i++) await settled()
    expect(asked(page, 'BeginCardList')).toMatchObject([{ variables: { bytes: 0 } }])
    expect(openedByItself).toBe(1)
  })

  it('open no file while the code is too old', async () => {
    const page = await opened('/console/cards', {
      BeginCardList: refusedFor('STEP_UP_REQUIRED'),
    })
    let clicks = 0
    fileField(page).addEventListener('click', () => clicks++)
    fileField(page).dispatchEvent(new Event('click', { cancelable: true }))
    for (let i = 0; i < 4; i++) await settled()
    expect(clicks).toBe(1)
    expect(words(page)).toContain('需要再输入一次动态口令')
  })

  const variable = (variables: unknown, name: string): unknown =>
    typeof variables === 'object' && variables !== null ? Reflect.get(variables, name) : undefined
  const issuedFor = (variables: unknown): readonly unknown[] => {
    const ids = variable(variables, 'cards')
    return Array.isArray(ids) ? ids : []
  }
  const hundred = (after: unknown) => {
    const first = after === null ? 0 : after === 'n33/099' ? 100 : 200
    const cards = Array.from({ length: first === 200 ? 0 : first === 100 ? 30 : 100 }, (_, i) => ({
      ...{ id: `n33/${String(first + i).padStart(3, '0')}`, holder: '张伟' },
      ...{ state: i === 5 ? 'BLOCKED' : 'WAITING', hasCode: false },
    }))
    return { data: { libraryCards: { waiting: 130, cards } } }
  }
  const inTurn = {
    LibraryCards: (variables: unknown) => hundred(variable(variables, 'after')),
    IssueCardCodes: (variables: unknown) => ({
      data: {
        issueCardCodes: issuedFor(variables).map((id) => ({
          code: `C-${String(id)}`,
          card: { id: String(id), holder: '张伟' },
        })),
      },
    }),
  }

  it('get codes for more than a hundred in turn, each once, and none that is blocked', async () => {
    const page = await opened('/console/cards?codes=1', inTurn)
    await press(page, /^\s*依次为全部/)
    for (let i = 0; i < 12; i++) await settled()
    const issued = asked(page, 'IssueCardCodes').flatMap(({ variables }) => issuedFor(variables))
    expect(issued).toHaveLength(128)
    expect(new Set(issued).size).toBe(128)
    expect(issued).not.toContain('n33/005')
    expect(page.element.querySelectorAll('article')).toHaveLength(128)
  })

  it('are led through by the hundred', async () => {
    const page = await opened('/console/cards?codes=1', inTurn)
    expect(words(page)).not.toContain('回到最前')
    await press(page, '下 100 张')
    expect(asked(page, 'LibraryCards').at(-1)).toMatchObject({ variables: { after: 'n33/099' } })
    expect(page.element.querySelectorAll('.choice li')).toHaveLength(30)
    await press(page, '回到最前')
    expect(page.element.querySelectorAll('.choice li')).toHaveLength(100)
  })

  it('whose codes were issued and not answered are issued first when it is pressed again', async () => {
    let tries = 0
    const page = await opened('/console/cards?codes=1', {
      ...inTurn,
      IssueCardCodes: (variables: unknown) =>
        ++tries === 1 ? refusedFor('SERVICE_UNAVAILABLE') : inTurn.IssueCardCodes(variables),
    })
    await press(page, /^\s*依次为全部/)
    for (let i = 0; i < 12; i++) await settled()
    expect(page.element.querySelectorAll('article')).toHaveLength(0)
    await press(page, /^\s*依次为全部/)
    for (let i = 0; i < 12; i++) await settled()
    const [first, second] = asked(page, 'IssueCardCodes')
    expect(second?.variables).toEqual(first?.variables)
    expect(page.element.querySelectorAll('article')).toHaveLength(128)
  })

  it('get codes, each shown once as a letter', async () => {
    const page = await opened('/console/cards?codes=1', {
      IssueCardCodes: {
        data: { issueCardCodes: [{ code: 'K7QPM-X2DWA', card: { id: 'n33/a1', holder: '张伟' } }] },
      },
    })
    page.element.querySelector<HTMLInputElement>('li input')?.click()
    await settled()
    await press(page, '为 1 张证发放激活码')
    expect(asked(page, 'IssueCardCodes')).toMatchObject([{ variables: { cards: ['n33/a1'] } }])
    expect(words(page)).toContain('K7QPM-X2DWA')
    expect(words(page)).toContain('张伟 读者，您好')
  })
})

describe('invitations', () => {
  it('are made, and their code is shown with a sheet', async () => {
    const page = await opened('/console/invitations', {
      Invite: {
        data: {
          invite: {
            code: 'AAAAA-BBBBB-CCCCC',
            invitation: { id: 'i', guest: '沈砚', role: 'EDITOR', until: '2026-12-01T00:00:00Z' },
          },
        },
      },
    })
    expect(words(page)).toContain('等待答复的 1 份邀请')
    await press(page, '发出邀请')
    expect(words(page)).toContain('请写下邀请谁')
    type(page, '#invite-guest', '沈砚')
    type(page, '#invite-reason', '新馆员')
    await press(page, '发出邀请')
    expect(asked(page, 'Invite')).toMatchObject([
      { variables: { library: 'n33', guest: '沈砚', role: 'EDITOR', reason: '新馆员' } },
    ])
    expect(words(page)).toContain('AAAAA-BBBBB-CCCCC')
  })

  it('are taken back', async () => {
    const page = await opened('/console/invitations', {
      RevokeInvitation: { data: { revokeInvitation: { id: 'i' } } },
    })
    await press(page, /收回/)
    expect(asked(page, 'RevokeInvitation')).toHaveLength(1)
  })
})

describe('the invited', () => {
  const code = 'AAAAA-BBBBB-CCCCC'
  it('are told what to do before they sign in, and asked for a one-time code', async () => {
    const page = await opened('/console/invitation', {}, ANONYMOUS)
    expect(words(page)).toContain('登记设备')
    await press(page, '登录')
    expect(page.portal.calls.signIn).toEqual([2])
  })

  it('see who invites to what, and accept', async () => {
    const page = await opened('/console/invitation', {
      OpenInvitation: { data: { openInvitation: invitation } },
      AcceptInvitation: { data: { acceptInvitation: { ...invitation, state: 'ACCEPTED', held: true } } },
    })
    type(page, '#invitation-code', code)
    await press(page, '查看邀请')
    expect(words(page)).toContain('浙江图书馆邀请您担任编辑')
    await press(page, '接受')
    expect(asked(page, 'AcceptInvitation')).toMatchObject([{ variables: { code } }])
    expect(words(page)).toContain('角色现在生效')
  })

  it('are told that a code is none', async () => {
    const page = await opened('/console/invitation', { OpenInvitation: { data: { openInvitation: null } } })
    type(page, '#invitation-code', code)
    await press(page, '查看邀请')
    expect(words(page)).toContain('没有这个邀请码')
  })
})
