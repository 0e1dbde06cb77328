// @vitest-environment happy-dom
// What readers have written, as somebody at the library reads it, settles it and erases it.
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { gatewayAway, settled, texts, type Answers } from '@shuxiang/sdk/testing'
import { answersFor, atWork, editor, pages } from './testing/pages.ts'
// Fetched when they are opened, later than a test looks.
import './feedback/FeedbackPage.vue'
import './feedback/FeedbackParts.vue'
import { loadWords } from './feedback/words.ts'

beforeAll(() => loadWords('zh-CN'))
afterEach(() => pages.close())

const publisher = {
  ...editor,
  libraries: editor.libraries.map((each) => ({ ...each, actions: ['feedback.manage'] })),
}
const letter = {
  ...{ id: 'n33:a-message', reference: 'ABC234', kind: 'COMPLAINT', text: '空调太冷\n真的' },
  ...{ contact: '13800000000', page: '/visit', state: 'OPEN', sentAt: '2026-11-20T08:00:00Z' },
  ...{ settledAt: null, note: '', erasedAt: null },
}
const lettersOf = (...nodes: readonly object[]): Answers => ({
  Letters: {
    data: {
      feedback: {
        totalCount: nodes.length,
        edges: nodes.map((node) => ({ node })),
        pageInfo: { hasNextPage: nodes.length > 1, endCursor: 'next' },
      },
    },
  },
})
const deeds: Answers = {
  SettleLetter: { data: { settleFeedback: { id: letter.id } } },
  ReopenLetter: { data: { reopenFeedback: { id: letter.id } } },
  EraseLetter: { data: { eraseFeedback: { id: letter.id } } },
}

async function opened(answers: Answers, query = '', staff = publisher) {
  const page = await pages.open(
    `/console/feedback?library=n33${query}`,
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
async function press({ element }: Opened, name: string): Promise<void> {
  const found = [...element.querySelectorAll('button')].find((one) => one.textContent?.trim() === name)
  if (!found) throw new Error(`There is no button ${name}.`)
  found.click()
  for (let i = 0; i < 6; i++) await settled()
}

describe('somebody who publishes', () => {
  it('reads what was written, how to answer and where it was', async () => {
    const page = await opened(lettersOf(letter))
    expect(sent(page, 'Letters')).toEqual([{ library: 'n33', state: 'OPEN', after: null }])
    for (const words of ['投诉', '编号 ABC234', '空调太冷', '13800000000', '写于 /visit'])
      expect(told(page)).toContain(words)
  })

  it('settles it with what came of it, and hears that it is done', async () => {
    const page = await opened({ ...lettersOf(letter), ...deeds })
    await press(page, '办结')
    const note = page.element.querySelector<HTMLInputElement>('.deed input')
    if (!note) throw new Error('There is no field for a note.')
    note.value = '已回电'
    note.dispatchEvent(new Event('input'))
    page.element.querySelector<HTMLFormElement>('.deed')?.dispatchEvent(new Event('submit'))
    for (let i = 0; i < 6; i++) await settled()
    expect(sent(page, 'SettleLetter')).toEqual([{ id: letter.id, note: '已回电' }])
    expect(told(page)).toContain('ABC234 已办结')
  })

  it('takes a settled one up again, and sees what came of it', async () => {
    const done = { ...letter, state: 'SETTLED', settledAt: '2026-11-21T08:00:00Z', note: '已回电' }
    const page = await opened(
      { ...lettersOf(done, { ...done, id: 'n33:b', reference: 'BBB222' }), ...deeds },
      '&show=settled',
    )
    expect(sent(page, 'Letters')).toMatchObject([{ state: 'SETTLED' }])
    expect(told(page)).toContain('办理情况：已回电')
    expect(texts(page.element, 'a').join()).toContain('更早的来信')
    await press(page, '重新办理')
    expect(sent(page, 'ReopenLetter')).toEqual([{ id: letter.id }])
  })

  it('is asked before anything is erased, and may keep it', async () => {
    const page = await opened({ ...lettersOf(letter), ...deeds })
    await press(page, '删除内容')
    await press(page, '取消')
    expect(sent(page, 'EraseLetter')).toEqual([])
    await press(page, '删除内容')
    await press(page, '确定删除')
    expect(sent(page, 'EraseLetter')).toEqual([{ id: letter.id }])
  })

  it('is told when nothing waits, when it is erased, and when no answer comes', async () => {
    expect(told(await opened(lettersOf()))).toContain('没有待办理的来信')
    pages.close()
    const erased = { ...letter, text: null, contact: null, erasedAt: '2026-11-21T08:00:00Z' }
    const page = await opened(lettersOf(erased))
    expect(told(page)).toContain('内容已经删除')
    expect(texts(page.element, 'button').join()).not.toContain('删除内容')
    pages.close()
    expect(told(await opened({ Letters: gatewayAway() }))).toMatch(/再试/)
  })
})
