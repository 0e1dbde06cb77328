import { expect, it } from 'vitest'
import { onceFor } from './once-for.ts'

it('works once for an object, whatever the answer, and anew for another that looks the same', () => {
  const asked: object[] = []
  const answer = onceFor((given: { readonly name: string }) => void asked.push(given))
  const [one, other] = [{ name: 'plan' }, { name: 'plan' }]
  for (const given of [one, one, other, one]) answer(given)
  expect(asked).toEqual([one, other])
})
it('works again after it failed', () => {
  let fails = true
  const answer = onceFor(() => {
    if (fails) throw new Error('not yet')
    return 'answer'
  })
  const plan = {}
  expect(() => answer(plan)).toThrow('not yet')
  fails = false
  expect(answer(plan)).toBe('answer')
})
