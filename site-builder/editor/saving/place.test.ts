// Two tabs at one page keep their drafts apart, and what a tab left that is gone is found by the next.
import { expect, test } from 'vitest'
import { lookThrough, takePlace, type Locks } from './place.ts'

/** Locks of a browser, as far as they are asked for. */
function browser(): Locks {
  const held = new Set<string>()
  return {
    async request(name, _options, run) {
      if (held.has(name)) return run(null)
      held.add(name)
      await run({})
      held.delete(name)
    },
  }
}
const rest = () => new Promise((resolve) => setTimeout(resolve, 0))

test('each tab has a name of its own, and a tab that is gone leaves its name to the next', async () => {
  const locks = browser()
  const tabs = []
  for (let n = 0; n < 6; n++) tabs.push(await takePlace('p', locks))
  expect(tabs.map(({ key }) => key)).toEqual(['p', 'p 2', 'p 3', 'p 4', 'p 5', null])
  tabs[1]?.leave()
  await rest()
  expect((await takePlace('p', locks)).key).toBe('p 2')
})

test('what was left is looked through once, and never what a tab is at', async () => {
  const locks = browser()
  await takePlace('p', locks)
  const looked: string[] = []
  await lookThrough('p', locks, async (key) => {
    looked.push(key)
    // Another tab opens meanwhile, and takes none of it.
    const other = await takePlace('p', locks)
    expect(other.key).not.toBe(key)
    other.leave()
    await rest()
  })
  expect(looked).toEqual(['p 2', 'p 3', 'p 4', 'p 5'])
  expect((await takePlace('p', locks)).key).toBe('p 2')
})

test('a fault while looking gives the place back', async () => {
  const locks = browser()
  await expect(
    lookThrough('p', locks, async () => {
      throw new Error('no')
    }),
  ).rejects.toThrow('no')
  await rest()
  expect((await takePlace('p', locks)).key).toBe('p')
})

test('a browser without locks has one place, and nothing to look through', async () => {
  expect((await takePlace('p', undefined)).key).toBe('p')
  await lookThrough('p', undefined, async () => {
    throw new Error('looked')
  })
})
