// Query.auditEntries
import type { AuditQuery, KeptEntry } from '@shuxiang/audit/contract'
import { badInput, permit, permitAt, signedIn } from '@shuxiang/subgraph-kit'
import { mostEntries } from '../../bounds.ts'
import { readActionName, readTime, readUsername } from '../../input.ts'
import type { OperationsPorts } from '../../ports.ts'
import type { QueryAuditEntriesArgs, QueryResolvers } from '../../schema/types.generated.ts'
import { namesOf, subjectsOf } from '../../store/people.ts'

export const auditEntries =
  (ports: Pick<OperationsPorts, 'audit' | 'isLibrary'>): QueryResolvers['auditEntries'] =>
  async (_, args, context) => {
    const { subject } = signedIn(context)
    const { library = null, mine, person = null } = args
    // Of one's own is what one did, wherever: then the library only narrows the list.
    if (mine) await permit(context, 'audit.read', { owner: subject })
    else if (library === null) await permit(context, 'audit.read', { name: 'library:all' })
    else await permitAt(ports, context, 'audit.read', library)
    const query = queryOf(args)
    const { db, signal } = context
    const named = person === null ? null : await subjectsOf(db, readUsername(person).toLowerCase(), signal)
    const actors = mine ? [subject].filter((own) => named?.includes(own) ?? true) : named
    // A name that nobody has here is no mistake to be told: whether there is such an account is nobody's business.
    if (actors?.length === 0) return []
    const entries = await (await ports.audit()).entries({ ...query, ...(actors === null ? {} : { actors }) })
    const names = await namesOf(db, [...new Set(entries.flatMap(peopleIn))], signal)
    return entries.map((entry) => ({ ...entry, names }))
  }

function queryOf({ library, action, from, until, before, first }: QueryAuditEntriesArgs): AuditQuery {
  const limit = first ?? 50
  if (!Number.isInteger(limit) || limit < 1 || limit > mostEntries)
    throw badInput(`first: give a whole number from 1 to ${mostEntries}; before leads on.`)
  return {
    ...(isGiven(library) ? { library } : {}),
    ...(isGiven(action) ? { action: readActionName(action) } : {}),
    ...(isGiven(from) ? { from: readTime('from', from) } : {}),
    ...(isGiven(until) ? { until: readTime('until', until) } : {}),
    ...(isGiven(before) ? { before } : {}),
    limit,
  }
}

const isGiven = <Value>(value: Value | null | undefined): value is Value =>
  value !== null && value !== undefined

/** Details that are lasting ids of people. */
export const personDetails: readonly string[] = ['person', 'proposer', 'invitedBy']

function peopleIn({ actor, details = {} }: KeptEntry): string[] {
  return [actor, ...personDetails.flatMap((name) => (details[name] ? [String(details[name])] : []))]
}
