/** States of `daily-person`. */
import { PersonOfTheDay } from '../operations.generated.ts'
import type { PersonOfTheDayData } from '../operations.generated.ts'
import { answer } from '../testing/fixture.ts'
import { sampleRecord } from '../testing/sample-records.ts'
import type { BlockFixtures, FixtureAnswer } from '../testing/fixture.ts'

type Person = NonNullable<PersonOfTheDayData['personOfTheDay']>

const works = (n: number) => Array.from({ length: n }, (_, at) => sampleRecord(at))
const look = { title: { 'zh-CN': '今日人物', en: 'Person of the day' }, works: 3 }
const su: Person = {
  ...{ id: 'asushi', name: '苏轼', label: '苏轼', url: '/person/asushi' },
  lifetime: '1037–1101',
  period: { label: '宋' },
  biography: '苏轼，字子瞻，号东坡居士，眉州眉山人。嘉祐二年进士。历知密州、徐州、湖州。',
  bestKnown: works(4),
}
const found = (person: Person | null): FixtureAnswer => answer(PersonOfTheDay, { personOfTheDay: person })

export const fixtures: BlockFixtures = {
  empty: { fields: { ...look, works: 0 }, answers: [found(null)] },
  one: {
    fields: look,
    answers: [found({ ...su, lifetime: null, period: null, bestKnown: works(1) })],
  },
  many: { fields: look, answers: [found(su)] },
  long: {
    fields: { title: { 'zh-CN': '今日人物'.repeat(15), en: 'Person of the day '.repeat(3) }, works: 3 },
    answers: [found({ ...su, label: '爱新觉罗'.repeat(8), biography: '历知密州、徐州、湖州，'.repeat(200) })],
  },
  others: {
    'without works listed': { fields: { ...look, works: 0 }, answers: [found(su)] },
    'of whom nothing is told': { fields: look, answers: [found({ ...su, biography: null })] },
  },
  refused: {
    'more works than a glance takes': { ...look, works: 4 },
    'a chosen one': { ...look, person: 'a' },
  },
}
