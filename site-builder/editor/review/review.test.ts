import { expect, it } from 'vitest'
import { resumedDeed } from './use-review.ts'

it('takes up what was pressed, and nothing that a tab may have kept otherwise', () => {
  const deed = { act: 'approve', hash: 'h', words: '' }
  expect(resumedDeed(JSON.stringify(deed))).toEqual(deed)
  for (const other of [
    null,
    '',
    '{',
    '[]',
    '{"act":"publish","hash":"h","words":""}',
    '{"act":"ask","hash":1}',
  ])
    expect(resumedDeed(other)).toBeNull()
})
