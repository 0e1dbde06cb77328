// Two to five editors, a network that loses and repeats, tabs that are killed: all see one page in the end, and no text is lost.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { editing, play } from '../bench/random-editing.ts'
import { stopClock } from '../bench/several-editors.ts'

let goOn: () => void
beforeAll(() => {
  goOn = stopClock()
})
afterAll(() => goOn())

test(
  'whatever happens, editors come together and every text is on the page or on a card',
  { timeout: 120_000 },
  async () => {
    let clashes = 0
    let typed = 0
    await fc.assert(
      fc.asyncProperty(editing, async (one) => {
        const played = await play(one)
        clashes += played.clashes
        typed += played.typed
      }),
      { numRuns: 1_500 },
    )
    // It would hold for editors who never meet, too.
    expect(clashes).toBeGreaterThan(100)
    expect(typed).toBeGreaterThan(1_000)
  },
)
