// The poem of the day as readers of each language have it.
import { expect, it } from 'vitest'
import { DailyPoem } from '../operations.generated.ts'
import { answer, drawn } from '../testing/fixture.ts'
import { poem } from '../testing/sample-poem.ts'
import { dailyPoem } from './block.ts'

const { dailyPoem: sample } = poem(['空山新雨后，天气晚来秋。'])
const draw = (locale: 'zh-CN' | 'en', agents: readonly string[]): string => {
  const found = sample && {
    ...sample,
    titleBeside: { text: 'In the Hills at Nightfall in Autumn', language: 'en' },
    agents: agents.map((name) => ({ name })),
    period: { label: locale === 'en' ? 'Tang' : '唐' },
  }
  return drawn(dailyPoem, { fields: {}, answers: [answer(DailyPoem, { dailyPoem: found })] }, locale)
}

it('in English has its title and poets in letters, as a line of English', () => {
  const page = draw('en', ['Wang Wei 王维', 'Li Bai 李白'])
  expect(page).toContain('<small class="beside" lang="en">In the Hills at Nightfall in Autumn</small>')
  expect(page).toContain('lang="en">Tang · Wang Wei 王维, Li Bai 李白</p>')
})

it('in Chinese is the poem alone, with its poets as they are listed there', () => {
  const page = draw('zh-CN', ['王维', '李白'])
  expect(page).not.toContain('beside')
  expect(page).toContain('唐 · 王维、李白</p>')
})
