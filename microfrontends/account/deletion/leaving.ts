/** The end of an account as the page asks for it: what may come of it is a list, so that each has its sentence. */
import { GqlUnavailable, type GqlResult, type Portal } from '@shuxiang/sdk/contract'
import { AskDeletion, CancelDeletion, Leaving, TakeEverything } from '../operations.generated.ts'

/** How it stands; `dueAt` is null while nobody asked for the end. */
export interface Standing {
  readonly isChild: boolean
  /** A guardian looks after the child's account. */
  readonly hasGuardian: boolean
  /** ISO 8601. */
  readonly dueAt: string | null
}

/** `again`: the sign-in is too old. `refused`: what was asked for cannot be. */
export type Trouble = 'again' | 'refused' | 'away'

export interface Leaver {
  /** @throws GqlUnavailable when no answer came or nobody is signed in any more. */
  look(signal: AbortSignal): Promise<Standing>
  ask(): Promise<Trouble | null>
  cancel(): Promise<Trouble | null>
  /** The text of the file. */
  take(): Promise<{ readonly text: string } | Trouble>
}

/** What came of a wish, or why nothing did. Never rejects. */
export async function asked<Data>(answer: Promise<GqlResult<Data>>): Promise<Data | Trouble> {
  let result: GqlResult<Data>
  try {
    result = await answer
  } catch {
    return 'away'
  }
  const [error] = result.errors
  if (error) return meanings.get(error.code) ?? 'away'
  return result.data ?? 'away'
}

export const troubleOf = (answer: object | Trouble): Trouble | null =>
  typeof answer === 'string' ? answer : null

export function leaverOf({ gql }: Pick<Portal, 'gql'>): Leaver {
  return {
    async look(signal) {
      const { data } = await gql(Leaving, {}, { signal })
      if (!data?.me) throw new GqlUnavailable('nobody is signed in', false)
      const { isChild, hasGuardian, deletion } = data.me
      return { isChild, hasGuardian, dueAt: deletion?.dueAt ?? null }
    },
    ask: async () => troubleOf(await asked(gql(AskDeletion, {}))),
    cancel: async () => troubleOf(await asked(gql(CancelDeletion, {}))),
    async take() {
      const answer = await asked(gql(TakeEverything, {}))
      return typeof answer === 'string' ? answer : { text: answer.takeEverything }
    },
  }
}

const meanings: ReadonlyMap<string, Trouble> = new Map([
  ['SIGN_IN_AGAIN', 'again'],
  ['UNAUTHENTICATED', 'again'],
  ['BAD_USER_INPUT', 'refused'],
  ['FORBIDDEN', 'refused'],
])
