/** What blocks tell machines: as schema.org has it, whole, and hostile text as text. */
import { jsonLdHtml } from '@shuxiang/site-render/markup'
import { describe, expect, test } from 'vitest'
import { openPage } from './page.ts'
import { everyBlock } from './testing/every-block.ts'
import { answersOfState, pageOf, pageOfState, statesOf } from './testing/fixture.ts'
import type { BlockState } from './testing/fixture.ts'
import { context } from './testing/pages.ts'
import { payloads } from './testing/payloads.ts'
import { poisonedAnswer } from './testing/poison.ts'
import { turnOf } from './opening-hours/json-ld.ts'

const states = everyBlock.flatMap(({ type, fixtures }) =>
  Object.entries(statesOf(fixtures)).map(([name, state]) => ({ type, name: `${type.type} ${name}`, state })),
)
const stateOf = (type: string, name: 'empty' | 'many'): BlockState => {
  const found = everyBlock.find((one) => one.type.type === type)?.fixtures[name]
  if (!found) throw new Error(`no block ${type}`)
  return found
}
/** As a reader parses it. */
function toldBy(types: readonly string[], name: 'empty' | 'many' = 'many'): readonly unknown[] {
  const all = types.map((type) => ({ type, ...stateOf(type, name) }))
  const doc = pageOf(all)
  const answers = answersOfState(doc, { fields: {}, answers: all.flatMap((one) => one.answers ?? []) })
  return JSON.parse(JSON.stringify(openPage(doc, context).jsonLd(answers)))
}

test.each(states)('$name tells nothing that is not so, whatever stands in its answers', ({ type, state }) => {
  const doc = pageOfState(type, state)
  for (const payload of ['', ...payloads]) {
    const answers = answersOfState(doc, state, context, (given, { answer }) =>
      payload === '' ? given : poisonedAnswer(given, answer, () => payload),
    )
    const markup = jsonLdHtml(openPage(doc, context).jsonLd(answers)).toString()
    expect(markup.replace(/^(<script type="application\/ld\+json">[^<>]*<\/script>)*$/, '')).toBe('')
    expect(markup).not.toMatch(/undefined|\[object|NaN/)
  }
})

describe('a library', () => {
  test('is one thing, whichever block tells of it', () => {
    const told = toldBy(['opening-hours', 'contact'])
    expect(told).toHaveLength(1)
    expect(told[0]).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'Library',
      '@id': '#library',
      name: '余杭区图书馆',
      telephone: '0571-88586301',
      address: { '@type': 'PostalAddress', postalCode: '311100', addressCountry: 'CN' },
      department: [{ name: '少儿阅览室' }, { name: '24 小时书房' }],
    })
  })

  test('tells its weeks, and the days that are otherwise', () => {
    const [library] = toldBy(['opening-hours'])
    const day = '2026-11-24'
    expect(library).toMatchObject({
      openingHoursSpecification: expect.arrayContaining([
        {
          '@type': 'OpeningHoursSpecification',
          dayOfWeek: 'https://schema.org/Tuesday',
          ...{ opens: '09:00', closes: '17:30' },
        },
        {
          '@type': 'OpeningHoursSpecification',
          dayOfWeek: 'https://schema.org/Tuesday',
          // This year's is over.
          ...{ validFrom: '2027-07-01', validThrough: '2027-08-31', opens: '09:00', closes: '20:30' },
        },
      ]),
      specialOpeningHoursSpecification: expect.arrayContaining([
        {
          '@type': 'OpeningHoursSpecification',
          ...{ validFrom: day, validThrough: day, opens: '00:00', closes: '00:00' },
        },
      ]),
    })
  })

  test('that has said nothing tells nothing', () => {
    expect(toldBy(['opening-hours', 'contact', 'events'], 'empty')).toEqual([])
  })
})

test.each([
  ['07-01', '08-31', '2026-06-30', '2026-07-01', '2026-08-31'],
  ['07-01', '08-31', '2026-08-31', '2026-07-01', '2026-08-31'],
  ['07-01', '08-31', '2026-09-01', '2027-07-01', '2027-08-31'],
  ['11-01', '03-31', '2026-01-15', '2025-11-01', '2026-03-31'],
  ['11-01', '03-31', '2026-03-31', '2025-11-01', '2026-03-31'],
  ['11-01', '03-31', '2026-04-01', '2026-11-01', '2027-03-31'],
])('a season from %s to %s is told on %s from %s to %s', (from, until, today, validFrom, validThrough) => {
  expect(turnOf(from, until, today)).toEqual({ validFrom, validThrough })
})

test('an event has its times with their zone, and says when it is cancelled', () => {
  const told = toldBy(['events'])
  expect(told).toHaveLength(3)
  expect(told[1]).toMatchObject({
    '@type': 'Event',
    startDate: '2026-12-05T14:00:00+08:00',
    endDate: '2026-12-05T16:00:00+08:00',
    eventStatus: 'https://schema.org/EventCancelled',
    location: { name: '余杭区图书馆 三楼报告厅' },
    organizer: { '@id': '#library' },
  })
})
