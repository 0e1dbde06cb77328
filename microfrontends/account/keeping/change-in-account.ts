/** A change in the account, with what refused it as one of our reasons. */
import type { GqlResult, Operation, Portal } from '@shuxiang/sdk/contract'
import type { Outcome, Refusal } from './kept.ts'

const meanings: ReadonlyMap<string, Refusal> = new Map([
  ['UNAUTHENTICATED', 'signed-out'],
  ['FORBIDDEN', 'forbidden'],
])

/** `why`: the one reason for which something is refused where the form of what is sent is right. Never rejects. */
export async function changeInAccount<Data, Variables>(
  { gql }: Pick<Portal, 'gql'>,
  operation: Operation<Data, Variables>,
  variables: Variables,
  why: Refusal,
): Promise<Outcome & { readonly data?: Data }> {
  let result: GqlResult<Data>
  try {
    result = await gql(operation, variables)
  } catch {
    return { done: false, why: 'away' }
  }
  const [error] = result.errors
  if (error)
    return {
      done: false,
      why: error.code === 'BAD_USER_INPUT' ? why : (meanings.get(error.code) ?? 'away'),
    }
  return { done: true, ...(result.data ? { data: result.data } : {}) }
}
