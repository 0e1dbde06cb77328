/** Random documents over the registry: drawn twice the same, and never with anything but allowed nodes. */
import { parsePage } from '@shuxiang/site-model'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blockFaults } from './faults.ts'
import { openPage } from './page.ts'
import { blockTypes } from './registry.ts'
import { attributeOf, elementsOf, foreign } from './testing/allowed.ts'
import { pageOf } from './testing/fixture.ts'
import { context } from './testing/pages.ts'
import { answersOf, randomPages } from './testing/random-pages.ts'

/** `FUZZ_RUNS=100000` before a release; a push has fewer, others each time. */
const runs = Number(process.env['FUZZ_RUNS'] ?? 400)

test(
  'random documents hold only what they should, and are drawn twice the same',
  { timeout: 120_000 + runs * 100 },
  () => {
    let drawn = 0
    let faultless = 0
    fc.assert(
      fc.property(randomPages, ({ doc, at, given }) => {
        const parsed = parsePage(JSON.parse(JSON.stringify(doc)))
        // Deeper than a page may be, or with half a character: refused before it is drawn.
        if (!parsed.ok) return
        const page = openPage(parsed.value, at)
        const answered = answersOf(page, given)
        const markup = page.render(answered)
        expect(foreign(markup)).toEqual([])
        expect(openPage(parsed.value, at).render(answered)).toBe(markup)
        const elements = elementsOf(markup)
        expect(elements.filter(({ tagName }) => tagName === 'h1')).toHaveLength(1)
        const ids = elements.flatMap((element) => attributeOf(element, 'id') ?? [])
        expect(new Set(ids).size).toBe(ids.length)
        drawn++
        if (blockFaults(parsed.value).length === 0) {
          faultless++
          page.text()
        }
      }),
      { numRuns: runs },
    )
    // The property would hold for documents that are all refused, too.
    expect(drawn).toBeGreaterThan(runs / 3)
    expect(faultless).toBeGreaterThan(runs / 40)
  },
)

test('random JSON as fields is drawn or refused, never thrown about', () => {
  fc.assert(
    fc.property(fc.constantFrom(...blockTypes), fc.jsonValue(), fc.nat(3), (type, value, v) => {
      const bound = type.bind(value)
      expect(bound.ok || bound.faults.length > 0).toBe(true)
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
        const block = { type: type.type, v: v + 1, fields: JSON.parse(JSON.stringify(value)), slots: {} }
        openPage({ ...pageOf([]), root: ['a'], blocks: { a: block } }, context).render(new Map())
      }
    }),
    { numRuns: 500 },
  )
})
