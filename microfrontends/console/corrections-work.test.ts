// @vitest-environment happy-dom
// Errors that readers have reported in texts, as an editor of the nation looks at them and decides.
import { afterEach, beforeAll, expect, it } from 'vitest'
import { gatewayAway, settled, texts, type Answers } from '@shuxiang/sdk/testing'
import { answersFor, atWork, editor, nationalAdmin, pages } from './testing/pages.ts'
// Fetched when they are opened, later than a test looks.
import './corrections/CorrectionsPage.vue'
import './corrections/CorrectionsParts.vue'
import { loadWords } from './corrections/words.ts'
import type { Staff } from './staff/staff.ts'

beforeAll(() => loadWords('zh-CN'))
afterEach(() => pages.close())

const nation: Staff = { ...nationalAdmin, actions: ['correction.manage'] }
const report = {
  ...{ id: 'a-report', reference: 'ABC234', part: 2, line: 'v2', title: '静夜思' },
  record: { url: '/item/p1', language: 'lzh-Hans' },
  ...{ was: '凝是地上霜。', now: '凝是地上霜。', wrong: '<b>“疑”误作“凝”</b>', should: '疑是地上霜。' },
  ...{ source: '《全唐诗》', contact: 'a@b.cn', state: 'OPEN', sentAt: '2026-11-20T08:00:00Z' },
  ...{ decidedAt: null, reason: '', erasedAt: null },
}
const reportsOf = (...nodes: readonly object[]): Answers => ({
  Corrections: {
    data: {
      corrections: {
        totalCount: nodes.length,
        edges: nodes.map((node) => ({ node })),
        pageInfo: { hasNextPage: nodes.length > 1, endCursor: 'next' },
      },
    },
  },
})
const deeds: Answers = {
  DecideCorrection: { data: { decideCorrection: { id: report.id } } },
  EraseCorrection: { data: { eraseCorrection: { id: report.id } } },
}

async function opened(answers: Answers, query = '', staff = nation) {
  const page = await pages.open(
    `/console/corrections${query}`,
    { ...answersFor(staff), ...deeds, ...answers },
    { portal: { session: atWork } },
  )
  for (let i = 0; i < 6; i++) await settled()
  return page
}
type Opened = Awaited<ReturnType<typeof opened>>
const told = ({ element }: Opened): string => element.textContent?.replace(/\s+/g, ' ') ?? ''
const sent = (page: Opened, name: string) =>
  page.portal.calls.gql.filter((call) => call.name === name).map(({ variables }) => variables)
async function press({ element }: Opened, name: string): Promise<void> {
  const found = [...element.querySelectorAll('button')].find((one) => one.textContent?.trim() === name)
  if (!found) throw new Error(`There is no button ${name}.`)
  found.click()
  for (let i = 0; i < 6; i++) await settled()
}

it('the line stands beside what is proposed, and leads to where it is read', async () => {
  const page = await opened(reportsOf(report))
  expect(texts(page.element, '.sides dd')).toEqual(['凝是地上霜。', '疑是地上霜。'])
  expect(page.element.querySelector('.entries h3 a')?.getAttribute('href')).toBe('/item/p1?part=2#v2')
  expect(told(page)).toContain('<b>“疑”误作“凝”</b>')
  expect(told(page)).toContain('依据：《全唐诗》')
  expect(sent(page, 'Corrections')).toEqual([{ state: 'OPEN', after: null }])
})

it('that a line has changed since, or is gone, is said', async () => {
  expect(told(await opened(reportsOf({ ...report, now: '疑是地上霜。' })))).toContain(
    '这一句现在是：疑是地上霜。',
  )
  pages.close()
  expect(told(await opened(reportsOf({ ...report, now: null, record: null })))).toContain('已经找不到')
})

it('it is accepted, and declined only with a reason', async () => {
  const page = await opened(reportsOf(report))
  await press(page, '不采纳')
  await press(page, '确定不采纳')
  expect(sent(page, 'DecideCorrection')).toEqual([])
  expect(page.element.querySelector('[aria-invalid]')).not.toBeNull()
  const field = page.element.querySelector('textarea')
  if (!field) throw new Error('There is no field.')
  field.value = '底本如此'
  field.dispatchEvent(new Event('input'))
  await press(page, '确定不采纳')
  expect(sent(page, 'DecideCorrection')).toEqual([
    { id: 'a-report', decision: 'DECLINE', reason: '底本如此' },
  ])
  expect(told(page)).toContain('ABC234 未采纳')
})

it('what is accepted is settled or looked at again; what was erased says so', async () => {
  const page = await opened(
    reportsOf({ ...report, state: 'ACCEPTED', decidedAt: report.sentAt }),
    '?show=accepted',
  )
  expect(sent(page, 'Corrections')).toEqual([{ state: 'ACCEPTED', after: null }])
  expect(told(page)).toContain('更正清单')
  await press(page, '了结')
  await press(page, '确定了结')
  await press(page, '重新查看')
  expect(sent(page, 'DecideCorrection')).toMatchObject([{ decision: 'SETTLE' }, { decision: 'REOPEN' }])
  await press(page, '删除内容')
  await press(page, '确定删除')
  expect(sent(page, 'EraseCorrection')).toEqual([{ id: 'a-report' }])
  pages.close()
  const erased = {
    ...report,
    wrong: null,
    should: null,
    source: null,
    contact: null,
    erasedAt: report.sentAt,
  }
  expect(told(await opened(reportsOf(erased)))).toContain('内容已经删除')
})

it('nothing there, and nothing to be had, are told apart', async () => {
  expect(told(await opened(reportsOf()))).toContain('这里没有报告')
  pages.close()
  expect(told(await opened({ Corrections: gatewayAway() }))).not.toContain('这里没有报告')
})

it('whoever may not decide is shown nothing of it', async () => {
  const page = await opened(reportsOf(report), '', editor)
  expect(sent(page, 'Corrections')).toEqual([])
  expect(told(page)).not.toContain('静夜思')
})
