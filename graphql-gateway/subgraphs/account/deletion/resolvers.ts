// Me.deletion, Me.isChild; Mutation.askDeletion, cancelDeletion, takeEverything
import { badInput, permit, signedIn, unavailable, type SubgraphContext } from '@shuxiang/subgraph-kit'
import type { PersonalValue } from '@shuxiang/subgraph-kit/module'
import type { AccountPorts } from '../ports.ts'
import { nowOf, readerOf } from '../resolvers/own.ts'
import type { AccountDeletionResolvers, MeResolvers, MutationResolvers } from '../schema/types.generated.ts'
import { askDeletion as ask, cancelDeletion as cancel, deletionOf } from './ask.ts'

export const deletionActions = {
  'Mutation.askDeletion': 'own.leave',
  'Mutation.cancelDeletion': 'own.stay',
  'Mutation.takeEverything': 'own.manage',
} as const

export const isChild: MeResolvers['isChild'] = (_, _args, { principal }) =>
  principal.kind === 'person' && principal.ageBand === 'under-14'

export const deletion: MeResolvers['deletion'] = ({ owner }, _args, { db, signal }) =>
  deletionOf(db, owner, { signal })

export const takeEverything =
  ({ everythingOf }: Pick<AccountPorts, 'everythingOf'>): MutationResolvers['takeEverything'] =>
  async (_, _args, context) =>
    fileOf(await everythingOf(await readerOf(context)), nowOf(context))

/** The text of the file that a person takes away. */
export function fileOf(kept: Readonly<Record<string, PersonalValue>>, now: Date): string {
  return JSON.stringify({ format: 'shuxiang-account', version: 1, exportedAt: now.toISOString(), ...kept })
}

/** Who still has roles of staff would leave libraries without the admin that they count on, and no program may touch them. */
export const askDeletion =
  ({ isStaff }: Pick<AccountPorts, 'isStaff'>): MutationResolvers['askDeletion'] =>
  async (_, _args, context) => {
    const { subject } = signedIn(context)
    await permit(context, 'own.leave', { owner: subject })
    const staff = await isStaff(subject).catch((error: unknown) => {
      throw unavailable(
        'The identity provider does not answer now; try again in a moment.',
        error instanceof Error ? error : undefined,
      )
    })
    if (staff) throw badInput('This is an account of staff. Have its roles withdrawn first, then ask again.')
    await noteDeletion(context, 'own.leave', subject)
    return ask(context.db, subject, nowOf(context))
  }

const cancelDeletion: MutationResolvers['cancelDeletion'] = async (_, _args, context) => {
  const { subject } = signedIn(context)
  await permit(context, 'own.stay', { owner: subject })
  if ((await deletionOf(context.db, subject)) === null) return false
  await noteDeletion(context, 'own.stay', subject)
  await cancel(context.db, subject, nowOf(context))
  return true
}

/** Who asked is in the audit log, by a subject that names nobody once the account is gone. */
export async function noteDeletion(
  context: SubgraphContext,
  action: 'own.leave' | 'own.stay' | 'child.leave' | 'child.manage',
  subject: string,
): Promise<void> {
  const { principal, audit, requestId } = context
  if (principal.kind === 'anonymous') return
  await audit.record({
    actor: principal.subject,
    client: principal.azp,
    action,
    outcome: 'done',
    reason: null,
    library: null,
    object: `account:${subject}`,
    requestId,
  })
}

export const deletionMutations = { cancelDeletion }

export const accountDeletion: Pick<AccountDeletionResolvers, 'askedAt' | 'dueAt'> = {
  askedAt: ({ askedAt }) => askedAt.toISOString(),
  dueAt: ({ dueAt }) => dueAt.toISOString(),
}
