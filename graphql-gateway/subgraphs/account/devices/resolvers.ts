// Where a reader is signed in, and signing out there. The identity provider has the sessions, the store what is known of
// their devices; whose a session is, they say.
import { badInput, permit, signedIn, unavailable, type SubgraphContext } from '@shuxiang/subgraph-kit'
import type { AccountPorts, ProviderSession } from '../ports.ts'
import { readerOf } from '../resolvers/own.ts'
import type { MeResolvers, MutationResolvers } from '../schema/types.generated.ts'
import { devicesIn, type DeviceDoc } from './documents.ts'

/** Most sessions that are listed and ended at once; the provider forgets older ones itself. */
const most = 100

const away = (cause: unknown) =>
  unavailable(
    'The sign-in service does not answer now; try again in a moment.',
    cause instanceof Error ? cause : undefined,
  )

async function sessionsOf(ports: AccountPorts, subject: string): Promise<readonly ProviderSession[]> {
  return ports.sessions.of(subject).catch((error: unknown) => {
    throw away(error)
  })
}

async function end(ports: AccountPorts, id: string): Promise<void> {
  await ports.sessions.end(id).catch((error: unknown) => {
    throw away(error)
  })
}

export function deviceResolvers(ports: AccountPorts) {
  const sessions: MeResolvers['sessions'] = async ({ owner }, _, { db, principal, signal }) => {
    const found = (await sessionsOf(ports, owner)).slice(0, most)
    const ids = found.map(({ id }) => id)
    const docs = await devicesIn(db)
      .find({ _id: { $in: ids }, owner }, { signal })
      .toArray()
    const devices = new Map(docs.map((doc) => [doc._id, doc]))
    const current = principal.kind === 'person' ? principal.sessionId : null
    return found
      .map((session) => shown(session, devices.get(session.id), current))
      .sort((a, b) => Number(b.current) - Number(a.current) || (a.lastSeenAt < b.lastSeenAt ? 1 : -1))
  }

  /** Errors: FORBIDDEN for another's, which is audited; BAD_USER_INPUT when there is none. */
  async function ownSession(context: SubgraphContext, id: string): Promise<void> {
    signedIn(context)
    const { db, signal } = context
    const device = /^[\w.~-]{8,128}$/.test(id) ? await devicesIn(db).findOne({ _id: id }, { signal }) : null
    if (device) await permit(context, 'own.manage', { owner: device.owner, name: `session:${id}` })
    const subject = await readerOf(context)
    if (!(await sessionsOf(ports, subject)).some((session) => session.id === id))
      throw badInput('id: give the id of one of your sessions; it may have ended already.')
  }

  const signOutSession: MutationResolvers['signOutSession'] = async (_, { id }, context) => {
    await ownSession(context, id)
    await end(ports, id)
    await devicesIn(context.db).deleteOne({ _id: id })
    return true
  }

  const signOutOthers: MutationResolvers['signOutOthers'] = async (_, _args, context) => {
    const { sessionId } = signedIn(context)
    const subject = await readerOf(context)
    const others = (await sessionsOf(ports, subject)).filter(({ id }) => id !== sessionId).slice(0, most)
    for (const { id } of others) await end(ports, id)
    await devicesIn(context.db).deleteMany({ _id: { $in: others.map(({ id }) => id) }, owner: subject })
    return others.length
  }

  return { sessions, mutations: { signOutSession, signOutOthers } }
}

function shown(
  { id, startedAt, lastAt }: ProviderSession,
  device: DeviceDoc | undefined,
  current: string | null,
) {
  const last = Math.max(lastAt.getTime(), device?.lastSeen.getTime() ?? 0)
  return {
    id,
    current: id === current,
    browser: device?.browser ?? null,
    system: device?.system ?? null,
    startedAt: startedAt.toISOString(),
    lastSeenAt: new Date(last).toISOString(),
  }
}

/** Each is somebody's own. */
export const deviceActions = {
  'Mutation.signOutSession': 'own.manage',
  'Mutation.signOutOthers': 'own.manage',
} as const
