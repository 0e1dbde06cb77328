// To whom a role can be given: the account must be there, and have a second factor.
import { badInput, unavailable, type SubgraphContext } from '@shuxiang/subgraph-kit'
import { readUsername } from '../input.ts'
import { know } from '../store/people.ts'
import type { FoundAccount, OperationsPorts } from '../ports.ts'

/** Errors: BAD_USER_INPUT with what to do; SERVICE_UNAVAILABLE while the identity provider does not answer. */
export async function candidateFor(
  { staffAccounts }: Pick<OperationsPorts, 'staffAccounts'>,
  username: string,
  { db, log, requestId }: SubgraphContext,
): Promise<FoundAccount> {
  const account = await staffAccounts.find(readUsername(username)).catch((error: unknown) => {
    log.warn({ err: error, requestId }, 'an account cannot be looked for')
    throw unavailable('The identity provider does not answer, so nobody can be found. Try again in a moment.')
  })
  if (!account)
    throw badInput('username: there is no account with this name, or it is switched off.', 'no-account')
  if (!account.hasDevice)
    throw badInput(
      'This account has no device for one-time codes. Its owner enrols one under “account” of the sign-in pages first.',
      'no-device',
    )
  await know(db, account)
  return account
}
