/** Ten thousand random courses of two to five editors at one page: what came together, and that no text was lost. */
import fc from 'fast-check'
import { editing, play } from './random-editing.ts'
import { stopClock } from './several-editors.ts'

const runs = 10_000
const began = performance.now()
const sums = { typed: 0, clashes: 0, lostWithTabs: 0 }
const goOn = stopClock()
try {
  await fc.assert(
    fc.asyncProperty(editing, async (one) => {
      const played = await play(one)
      sums.typed += played.typed
      sums.clashes += played.clashes
      sums.lostWithTabs += played.lostWithTabs
    }),
    { numRuns: runs },
  )
} finally {
  goOn()
}
console.log(`  ${runs} runs of two to five editors in ${((performance.now() - began) / 1000).toFixed(0)} s`)
console.log(`  ${sums.typed} texts typed, ${sums.clashes} clashes on cards at the end, none lost`)
console.log(`  ${sums.lostWithTabs} went with a killed tab, each younger than 150 ms`)
