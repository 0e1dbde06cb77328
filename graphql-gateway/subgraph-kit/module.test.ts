// The list of modules: what may not stand in it.
import { expect, it } from 'vitest'
import { checkModules, installedOf } from './install.ts'

it.each([
  [
    [
      { name: 'a', collections: ['x'] },
      { name: 'b', collections: ['y', 'x'] },
    ],
    'The subgraphs a and b both claim the collection x.',
  ],
  [
    [
      { name: 'a', collections: [] },
      { name: 'a', collections: [] },
    ],
    'Two subgraphs are called a.',
  ],
])('two that claim one thing are refused by name', (modules, sentence) => {
  expect(() => checkModules(modules)).toThrow(sentence)
})

it('the kinds of all modules are gathered, in the order of the list', async () => {
  const kind = (id: string) => ({ entry: { id } })
  const modules = [
    { kinds: async () => [kind('poem'), kind('book')] },
    {},
    { kinds: async () => [kind('law')] },
  ]
  expect((await installedOf(modules)).kinds.map(({ entry }) => entry.id)).toEqual(['poem', 'book', 'law'])
})
