// Whatever any code notes can be looked for, and is told in words of both languages.
import { deeds, refusals } from '@shuxiang/audit/actions'
import { actions } from '@shuxiang/permissions'
import { describe, expect, it } from 'vitest'
import { messageTools } from '@shuxiang/sdk'
import { en } from '../messages/en.ts'
import { zhCN } from '../messages/zh-CN.ts'
import { auditActions } from './actions.ts'
import { entryWords, type Entry } from './entry-words.ts'

/** What can be done: told in a sentence of its own, or as who did what. */
const done = [
  ...deeds,
  ...(['member.grant', 'admin.propose', 'admin.grant', 'card.import', 'own.leave', 'own.stay'] as const),
  'child.leave' as const,
]
it('every action that is noted can be looked for', () => {
  expect([...auditActions].sort()).toEqual([...new Set([...actions, ...deeds, ...refusals])].sort())
})

describe.each([
  ['zh-CN', zhCN],
  ['en', en],
] as const)('in %s', (locale, messages) => {
  const missing: string[] = []
  const tools = messageTools(messages, locale, (key) => missing.push(key))
  const words = (facts: Partial<Entry>) =>
    entryWords(tools, {
      number: 1,
      at: '2026-01-01T00:00:00Z',
      actor: 'a-person',
      username: 'n33/admin',
      client: 'ndl-console',
      action: '',
      outcome: 'DONE',
      reason: null,
      library: 'n33',
      object: null,
      place: null,
      details: [],
      ...facts,
    }).what

  it.each(auditActions)('a refusal of %s has its words', (action) => {
    expect(tools.has(`action.${action}`)).toBe(true)
    expect(words({ action, outcome: 'REFUSED' })).not.toContain(action)
  })

  it.each(done)('%s has a sentence, with everything filled in', (action) => {
    const role = { name: 'role', value: 'editor', username: null }
    expect(words({ action, details: [role] })).not.toMatch(/[{}]|\.[a-z]/)
    expect(missing).toEqual([])
  })

  it('a field that was asked for by whom it is not for is named', () => {
    const what = words({ action: 'field:Membership.reason', outcome: 'REFUSED' })
    expect(what).toContain('Membership.reason')
    expect(what).not.toContain('field:')
  })

  it('whoever accepts an invitation gives no role to themselves', () => {
    const what = words({
      action: 'member.grant',
      details: [
        { name: 'invitation', value: 'i', username: null },
        { name: 'invitedBy', value: 'x', username: 'n33/chief' },
        { name: 'person', value: 'a-person', username: 'n33/admin' },
        { name: 'role', value: 'editor', username: null },
      ],
    })
    expect(what).toContain('n33/chief')
    expect(what.match(/n33\/admin/g)).toHaveLength(1)
  })
})
