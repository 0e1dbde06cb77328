// The job that carries out the deletion of accounts, when their waiting time is over.
import { openAuditLog } from '@shuxiang/audit'
import type { AccountsById } from '@shuxiang/identity/admin-client'
import { releaseCards } from '@shuxiang/identity/cards/release'
import { carryOut, type DeletionStep } from '@shuxiang/subgraph-account/deletion'
import type { Job, JobParts, PersonalKeeper } from '@shuxiang/subgraph-kit/module'

export interface DeletionParts {
  readonly accounts: Pick<AccountsById, 'disable' | 'remove'>
  /** The subgraphs that keep something of people: all that are installed and say so. */
  readonly keepers: () => Promise<readonly PersonalKeeper[]>
}

const every = 30_000

export function deletionJob(deletion: DeletionParts): Job {
  return {
    name: 'account-deletion',
    every,
    async run(parts, signal) {
      const { db, now, log } = parts
      const gone = await carryOut(
        {
          db,
          now,
          steps: stepsOf(parts, deletion, await deletion.keepers()),
          failed: (id, error) =>
            log.warn(
              { err: error, deletion: id },
              'the deletion of an account could not go on; it is tried again',
            ),
        },
        signal,
      )
      if (gone > 0) log.info({ gone }, 'accounts deleted')
    },
  }
}

/** Nobody is let in first; what is kept goes before the account, so that a provider that is away leaves nothing without an owner. */
export function stepsOf(
  { db, now }: Pick<JobParts, 'db' | 'now'>,
  { accounts }: Pick<DeletionParts, 'accounts'>,
  keepers: readonly PersonalKeeper[],
): readonly DeletionStep[] {
  return [
    { name: 'disable', run: (subject) => accounts.disable(subject) },
    ...keepers.map(({ name, erase }) => ({
      name: `erase ${name}`,
      run: (subject: string) => erase({ db, now }, subject),
    })),
    { name: 'remove', run: (subject) => accounts.remove(subject) },
    { name: 'cards', run: (subject) => releaseCards(db, subject, now()) },
    {
      name: 'note',
      run: (subject) =>
        openAuditLog(db, () => now().getTime()).record({
          actor: 'jobs',
          client: null,
          action: 'account.delete',
          outcome: 'done',
          reason: null,
          library: null,
          object: `account:${subject}`,
          requestId: 'account-deletion',
        }),
    },
  ]
}
