// What a client is shown of an error of a subgraph.
import { silentLog } from '@shuxiang/subgraph-kit/testing'
import { anonymous } from '@shuxiang/permissions'
import { expect, it } from 'vitest'
import { newOutcome } from '../transport/contract.ts'
import { maskedErrors } from './errors.ts'

const fetch = { subgraph: 'a', query: '{ n }', operation: 'query', variables: [] } as const
const context = {
  requestId: 'r1',
  log: silentLog,
  signal: new AbortController().signal,
  tenant: null,
  principal: anonymous,
  outcome: newOutcome(),
}
const shown = (extensions: Record<string, unknown>) => {
  const { message, extensions: told } = maskedErrors({ message: 'inside', extensions }, ['n'], fetch, context)
  return { message, ...told }
}

it.each([
  [{ code: 'UNAUTHENTICATED' }],
  [{ code: 'FORBIDDEN', reason: 'library' }],
  [{ code: 'STEP_UP_REQUIRED', acrValues: '2', maxAge: 900 }],
])('%j is shown as it is', (extensions) =>
  expect(shown(extensions)).toEqual({ message: 'inside', ...extensions }),
)

it('anything beside is not shown, nor an error that is meant for nobody', () => {
  expect(shown({ code: 'FORBIDDEN', reason: { of: 'ours' }, stack: 'at …' })).toEqual({
    message: 'inside',
    code: 'FORBIDDEN',
  })
  expect(shown({ code: 'ECONNREFUSED', reason: 'store' })).toEqual({
    message: 'This part of the answer failed. Error id r1.',
    code: 'INTERNAL_SERVER_ERROR',
    errorId: 'r1',
  })
})
