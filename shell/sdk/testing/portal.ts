/** A portal for tests: records what it is asked to do and answers operations by name from a table. */
import { createMemoryHistory } from 'vue-router'
import {
  ANONYMOUS,
  GqlUnavailable,
  type Gql,
  type GqlResult,
  type Head,
  type Portal,
  type ScriptWish,
  type Session,
} from '../contract.ts'

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
    /** Level that was asked for. */
    readonly signIn: (1 | 2)[]
    /** Session that was ended. */
    readonly signOut: Session[]
    /** How texts were to be written. */
    readonly script: ScriptWish[]
  }
  /** Change who reads, as signing in or out elsewhere does. */
  becomes(session: Session): void
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
  const calls: MockPortal['calls'] = {
    gql: [],
    navigate: [],
    announce: [],
    head: [],
    log: [],
    signIn: [],
    signOut: [],
    script: [],
  }
  let session = overrides.session ?? ANONYMOUS
  const listeners = new Set<(session: Session) => void>()
  let script = overrides.script ?? 'source'
  const readers = new Set<(wish: ScriptWish) => void>()
  return {
    name: 'test',
    origin: 'http://portal.test',
    locale: 'zh-CN',
    mode: 'light',
    chooseScript(wish) {
      calls.script.push(wish)
      script = wish
      for (const listener of [...readers]) listener(wish)
    },
    onScript(listener) {
      readers.add(listener)
      return () => readers.delete(listener)
    },
    takeOver: (_, hydrate) => hydrate(),
    onSession(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    signIn: async (options) => void calls.signIn.push(options?.level ?? 1),
    signOut: async () => void calls.signOut.push(session),
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
    get session() {
      return session
    },
    get script() {
      return script
    },
    calls,
    becomes(next) {
      session = next
      for (const listener of [...listeners]) listener(next)
    },
    leave: () => leaving.abort(),
  }
}

/** The error of a gateway that does not answer. */
export function gatewayAway(retryable = true): GqlUnavailable {
  return new GqlUnavailable('the gateway does not answer', retryable)
}
