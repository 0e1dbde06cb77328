// @vitest-environment happy-dom
// Code of a library's own: asked for by one, read whole and let through or not by another, withdrawn.
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { gatewayAway, settled, texts, type Answers } from '@shuxiang/sdk/testing'
import { answersFor, atWork, branchAdmin, nationalAdmin, pages } from './testing/pages.ts'
// Fetched when they are opened, later than a test looks.
import './codes/CodesPage.vue'
import './codes/CodesParts.vue'
import { codes as words } from './codes/messages/zh-CN.ts'
import { numberedLines } from './codes/numbered-lines.ts'
import { ownReasons } from './codes/use-code-deed.ts'
import { wrongIn } from './codes/wish.ts'
import { loadWords } from './codes/words.ts'
import type { Staff } from './staff/staff.ts'

beforeAll(() => loadWords('zh-CN'))
beforeEach(() => sessionStorage.clear())
afterEach(() => pages.close())

const admin: Staff = {
  ...branchAdmin,
  libraries: branchAdmin.libraries.map((each) => ({ ...each, actions: ['code.request'] })),
}
const nation: Staff = { ...nationalAdmin, actions: ['code.request', 'code.approve'] }
const sha256 = '5f'.repeat(32)
const html = '<p>1</p>\n<script>\nevil("</pre><b>")\n</script>'
const code = (more: object = {}) => ({
  ...{ id: 'n33-3f2a9b1c', site: 'n33', title: '倒计时', bytes: 44, sha256, height: 200, why: '馆庆' },
  library: { id: 'n33', name: '浙江图书馆', site: 'http://n33.localhost:8080' },
  ...{ state: 'ASKED', askedBy: 'n33/admin-1', askedAt: '2026-11-20T08:00:00Z', mine: false },
  ...{ settledBy: null, settledAt: null, reason: null },
  ...more,
})
const listOf = (...nodes: readonly object[]): Answers => ({
  Codes: {
    data: {
      siteCodes: {
        totalCount: nodes.length,
        edges: nodes.map((node) => ({ node })),
        pageInfo: { hasNextPage: nodes.length > 1, endCursor: 'next' },
      },
    },
  },
  CodeText: { data: { siteCode: { id: 'n33-3f2a9b1c', html, sha256 } } },
  RequestCode: { data: { requestCode: { id: 'x' } } },
  ApproveCode: { data: { approveCode: { id: 'x' } } },
  RefuseCode: { data: { refuseCode: { id: 'x' } } },
  WithdrawCode: { data: { withdrawCode: { id: 'x' } } },
})
const refused = (reason: string) => ({
  data: null,
  errors: [{ message: '', path: [], code: 'BAD_USER_INPUT', reason }],
})

async function opened(staff: Staff, query: string, answers: Answers) {
  const page = await pages.open(
    `/console/codes${query}`,
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
const ways = ({ element }: Opened): readonly string[] =>
  texts(element, '.entries :is(a, button)').map((one) => one.trim())
async function press({ element }: Opened, name: string): Promise<void> {
  const found = [...element.querySelectorAll('button')].find((one) => one.textContent?.trim() === name)
  if (!found) throw new Error(`There is no button ${name}.`)
  found.click()
  for (let i = 0; i < 6; i++) await settled()
}
async function type({ element }: Opened, selector: string, value: string): Promise<void> {
  const field = element.querySelector<HTMLInputElement>(selector)
  if (!field) throw new Error(`There is no field ${selector}.`)
  field.value = value
  field.dispatchEvent(new Event('input'))
  await settled()
}

describe('a branch admin', () => {
  it('asks for code with what whoever reads it must know, and hears that it was asked for', async () => {
    const page = await opened(admin, '?library=n33&write=code', listOf())
    expect(sent(page, 'Codes')).toEqual([{ site: 'n33', state: null, after: null }])
    await press(page, '提交申请')
    expect(told(page)).toContain('请写名称')
    await type(page, '#code-title', ' 倒计时 ')
    await press(page, '提交申请')
    expect(told(page)).toContain('请写代码')
    await type(page, '#code-html', html)
    await type(page, '#code-height', '12')
    await press(page, '提交申请')
    expect(told(page)).toContain('80 到 1200 之间的整数')
    await type(page, '#code-height', '240')
    await press(page, '提交申请')
    expect(told(page)).toContain('请写明用途')
    await type(page, '#code-why', '首页，\n馆庆')
    await press(page, '提交申请')
    expect(sent(page, 'RequestCode')).toEqual([
      {
        ...{ key: expect.stringMatching(/^[0-9a-f]{8}$/), site: 'n33', title: '倒计时', html },
        ...{ height: 240, why: '首页，馆庆' },
      },
    ])
    expect(told(page)).toContain('申请已经提交')
    expect(page.element.querySelector('#code-html')).toBeNull()
  })

  it.each(ownReasons)('is told in words when the graph refuses for the reason %s', async (reason) => {
    const page = await opened(admin, '?library=n33&write=code', {
      ...listOf(),
      RequestCode: refused(reason),
    })
    for (const [field, value] of [
      ['title', '倒计时'],
      ['html', html],
      ['why', '馆庆'],
    ] as const)
      await type(page, `#code-${field}`, value)
    await press(page, '提交申请')
    expect(told(page)).toContain(words[`refused.${reason}`])
  })

  it('sees how each stands, with the number of what is approved, and withdraws it once it was told what that means', async () => {
    const approved = code({
      state: 'APPROVED',
      settledBy: 'ndl/admin-1',
      settledAt: '2026-11-21T08:00:00Z',
    })
    const rest = code({ id: 'n33-00000000', state: 'REFUSED', reason: '用途不清', askedBy: '' })
    const page = await opened(admin, '?library=n33', listOf(approved, rest))
    for (const text of ['已通过', 'n33-3f2a9b1c', '200 像素', '未通过', '用途不清', '已离开的人', '更早的'])
      expect(told(page)).toContain(text)
    expect(page.element.querySelector('.entries a[href^="http"]')?.getAttribute('href')).toBe(
      `http://n33.localhost:8080/_embed/code/n33-3f2a9b1c-${sha256}`,
    )
    await press(page, '停用')
    expect(told(page)).toContain('一分钟之内')
    await press(page, '不做了')
    expect(sent(page, 'WithdrawCode')).toEqual([])
    await press(page, '停用')
    await press(page, '确定')
    expect(sent(page, 'WithdrawCode')).toEqual([{ id: 'n33-3f2a9b1c' }])
    expect(told(page)).toContain('“倒计时”已停用')
  })

  it('does not decide on what waits, and is told where there is no site, or no answer', async () => {
    const page = await opened(admin, '?library=n33&open=n33-3f2a9b1c', listOf(code()))
    expect(ways(page)).toEqual(['收起代码', '撤回申请'])
    pages.close()
    const noSite = await opened(admin, '?library=n33', { Codes: refused('no-site') })
    expect(told(noSite)).toContain('还没有网站')
    pages.close()
    expect(told(await opened(admin, '?library=n33', { Codes: gatewayAway() }))).toMatch(/再试/)
  })
})

describe('a national admin', () => {
  it('reads all of the code, line by line and as text, before anything can be decided', async () => {
    const closed = await opened(nation, '', listOf(code()))
    expect(sent(closed, 'Codes')).toEqual([{ site: null, state: 'ASKED', after: null }])
    expect(told(closed)).toContain('浙江图书馆')
    expect(ways(closed)).toEqual(['看全部代码', '撤回申请'])
    expect(sent(closed, 'CodeText')).toEqual([])
    pages.close()
    const page = await opened(nation, '?open=n33-3f2a9b1c', listOf(code()))
    expect(page.element.querySelector('pre')?.textContent).toBe(
      '1  <p>1</p>\n2  <script>\n3  evil("</pre><b>")\n4  </script>',
    )
    expect(page.element.querySelector('pre *')).toBeNull()
    await press(page, '通过')
    await press(page, '确定通过')
    expect(sent(page, 'ApproveCode')).toEqual([{ id: 'n33-3f2a9b1c', sha256 }])
    expect(told(page)).toContain('“倒计时”已通过')
  })

  it('does not let it through with a reason, and not without one', async () => {
    const page = await opened(nation, '?open=n33-3f2a9b1c', listOf(code()))
    await press(page, '不通过')
    await press(page, '确定不通过')
    expect(sent(page, 'RefuseCode')).toEqual([])
    await type(page, '.deed textarea', ' 用途\n不清 ')
    await press(page, '确定不通过')
    expect(sent(page, 'RefuseCode')).toEqual([{ id: 'n33-3f2a9b1c', reason: '用途 不清' }])
  })

  it('leaves to another what they asked for themselves', async () => {
    const page = await opened(nation, '?open=n33-3f2a9b1c', listOf(code({ mine: true })))
    expect(told(page)).toContain('要由另一个人审查')
    expect(ways(page)).toEqual(['收起代码', '撤回申请'])
  })

  it('is told that there is nothing, and that somebody was quicker', async () => {
    expect(told(await opened(nation, '', listOf()))).toContain('没有待审查的代码')
    pages.close()
    const answers = { ...listOf(code()), ApproveCode: refused('settled') }
    const page = await opened(nation, '?open=n33-3f2a9b1c', answers)
    await press(page, '通过')
    await press(page, '确定通过')
    expect(told(page)).toContain('别人已经处理过了')
  })
})

describe('a wish', () => {
  const wish = { key: 'x', title: '倒计时', html: '<p>1</p>', height: '400', why: '馆庆' }
  it('that the graph takes is taken', () => {
    for (const height of ['80', ' 1200 ']) expect(wrongIn({ ...wish, height })).toBeNull()
    expect(wrongIn({ ...wish, html: 'x'.repeat(65_536) })).toBeNull()
  })
  it.each([
    ['title', { title: '长'.repeat(61) }],
    ['html', { html: `${'长'.repeat(21_845)}xx` }],
    ['height', { height: '1201' }],
    ['height', { height: '4e2' }],
    ['why', { why: '长'.repeat(501) }],
  ] as const)('with another %s is told before it is sent', (field, more) => {
    expect(wrongIn({ ...wish, ...more })).toBe(field)
  })
  it('is read by lines, whatever ends them', () => {
    expect(numberedLines('a\r\nb\rc\n')).toBe('1  a\n2  b\n3  c\n4  ')
    expect(numberedLines('x\n'.repeat(9)).split('\n')[0]).toBe(' 1  x')
  })
})
