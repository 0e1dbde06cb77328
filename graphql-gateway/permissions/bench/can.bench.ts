// Time of `can` over 1,000 objects, as a resolver of a long list asks it.
import { can } from '../can.ts'
import { person, testNow } from '../fixture.ts'
import { actions } from '../table.ts'

const rounds = Number(process.argv[2] ?? 200)
const target = 1
const member = person({
  roles: ['reader', 'staff'],
  memberships: Array.from(
    { length: 10 },
    (_, i) => ({ library: `l${i}`, role: 'publisher', expires: testNow + 1 }) as const,
  ),
})
const objects = Array.from({ length: 1000 }, (_, i) => ({
  library: `l${i % 50}`,
  owner: `s${i}`,
  author: 'another',
}))

const times = Array.from({ length: rounds }, (_, round) => {
  const action = actions[round % actions.length] ?? 'page.publish'
  const began = performance.now()
  for (const object of objects) can(member, action, object, { now: testNow })
  return performance.now() - began
}).sort((a, b) => a - b)
const at = (share: number): string => (times[Math.floor(rounds * share)] ?? Number.NaN).toFixed(3)
process.stdout.write(
  `can() over 1,000 objects: median ${at(0.5)} ms, 95 of 100 within ${at(0.95)} ms  target <= ${target} ms\n`,
)
