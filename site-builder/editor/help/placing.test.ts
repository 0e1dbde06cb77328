import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { covered, placed } from './placing.ts'

const phone = { width: 360, height: 740 }
const desktop = { width: 1280, height: 800 }
const card = { width: 320, height: 230 }

describe('the card of the tour', () => {
  it.each([phone, desktop])(
    'never covers a line, a button or a field, and stays in a window of %j',
    (view) => {
      const small = fc
        .record({
          width: fc.integer({ min: 20, max: view.width - 16 }),
          height: fc.integer({ min: 20, max: 120 }),
        })
        .chain((size) =>
          fc.record({
            width: fc.constant(size.width),
            height: fc.constant(size.height),
            left: fc.integer({ min: 0, max: view.width - size.width }),
            top: fc.integer({ min: 0, max: view.height - size.height }),
          }),
        )
      fc.assert(
        fc.property(small, (target) => {
          const at = placed(target, card, view)
          expect(covered({ ...at, ...card }, target)).toBe(0)
          expect(at.left).toBeGreaterThanOrEqual(0)
          expect(at.top).toBeGreaterThanOrEqual(0)
          expect(at.left + card.width).toBeLessThanOrEqual(view.width)
          expect(at.top + card.height).toBeLessThanOrEqual(view.height)
        }),
      )
    },
  )

  it('stands beside the page on a wide screen', () => {
    const canvas = { left: 304, top: 130, width: 624, height: 660 }
    expect(covered({ ...placed(canvas, card, desktop), ...card }, canvas)).toBe(0)
  })
})
