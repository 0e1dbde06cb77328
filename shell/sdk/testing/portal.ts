/** A portal for tests: records what it is asked to do and answers operations by name from a table. */
import { createMemoryHistory } from 'vue-router'
import { GqlUnavailable, type Gql, type GqlResult, type Head, type Portal } from '../contract.ts'

/** An answer to an operation: data, a whole result, an error to throw, or a function of the variables giving those. */
export type MockAnswer =
  | { readonly data: unknown; readonly errors?: GqlResult<unknown>['errors'] }
  | Error
  | ((variables: unknown) => MockAnswer | Promise<MockAnswer>)

export interface MockPortal extends Portal {
  readonly calls: {
    readonly gql: { readonly name: string; readonly variables: unknown }[]
    readonly navigate: string[]
    readonly announce: string[]
    readonly head: Head[]
    readonly log: { readonly level: string; readonly message: string }[]
  }
  /** End the portal's signal, as unmounting does. */
  leave(): void
}

/** A gql that answers by operation name; an operation not in the table is refused loudly. */
export function mockGql(
  answers: Readonly<Record<string, MockAnswer>>,
  calls: { name: string; variables: unknown }[] = [],
): Gql {
  return async (operation, variables, options) => {
    calls.push({ name: operation.name, variables })
    options?.signal?.throwIfAborted()
    let answer = Object.hasOwn(answers, operation.name) ? answers[operation.name] : undefined
    while (typeof answer === 'function') answer = await answer(variables)
    options?.signal?.throwIfAborted()
    if (answer === undefined) throw new Error(`no answer in this test for operation ${operation.name}`)
    if (answer instanceof Error) throw answer
    // The test's own data stands for the gateway's validated answer.
    return { data: answer.data, errors: answer.errors ?? [] } as GqlResult<never>
  }
}

/** A portal whose parts may be replaced one by one. */
export function mockPortal(
  answers: Readonly<Record<string, MockAnswer>> = {},
  overrides: Partial<Portal> = {},
): MockPortal {
  const leaving = new AbortController()
  const calls: MockPortal['calls'] = { gql: [], navigate: [], announce: [], head: [], log: [] }
  return {
    name: 'test',
    origin: 'http://portal.test',
    locale: 'zh-CN',
    mode: 'light',
    session: { signedIn: false, name: null },
    gql: mockGql(answers, calls.gql),
    navigate: (to) => void calls.navigate.push(to),
    history: createMemoryHistory(),
    announce: (text) => void calls.announce.push(text),
    setHead: (head) => void calls.head.push(head),
    log: (level, message) => void calls.log.push({ level, message }),
    signal: leaving.signal,
    overlay: 'body',
    extend: () => ({ update() {}, leave() {} }),
    startWorker: (address) => {
      throw new Error(`no worker in this test at ${address}`)
    },
    ...overrides,
    calls,
    leave: () => leaving.abort(),
  }
}

/** The error of a gateway that does not answer. */
export function gatewayAway(retryable = true): GqlUnavailable {
  return new GqlUnavailable('the gateway does not answer', retryable)
}
