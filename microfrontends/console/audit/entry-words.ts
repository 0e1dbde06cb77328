/** An entry of the audit log in plain words. */
import type { MessageTools } from '@shuxiang/sdk'
import type { AuditEntriesData } from '../operations.generated.ts'

export type Entry = NonNullable<AuditEntriesData['auditEntries']>[number]

export interface EntryWords {
  readonly what: string
  /** The reason that was given, or why it was refused; empty: none. */
  readonly why: string
}

const ROLES: Readonly<Record<string, string>> = {
  editor: 'role.EDITOR',
  publisher: 'role.PUBLISHER',
  'branch-admin': 'role.BRANCH_ADMIN',
}

/** Of the graph, which was asked for by whom it is not for. */
const FIELD = /^field:(.+)$/

/** Before the client's name, where a program signs in as itself (Keycloak's service accounts). */
const SERVICE = /^service-account-/

/** Who did it: a name, a part of the product, or somebody whose name the console does not know. */
export function actorWords({ t }: MessageTools, { actor, username, client }: Entry): string {
  if (username !== null) return username
  const name = actor.replace(SERVICE, '')
  return client === null || name !== actor
    ? t('entry.product', { name })
    : t('entry.unnamed', { id: actor.slice(0, 8) })
}

export function entryWords(tools: MessageTools, entry: Entry): EntryWords {
  const { t, has, d } = tools
  const { action, outcome, reason } = entry
  const field = FIELD.exec(action)
  const named = field
    ? t('action.field', { name: field[1] ?? '' })
    : has(`action.${action}`)
      ? t(`action.${action}`)
      : action
  const who = actorWords(tools, entry)
  if (outcome === 'REFUSED') {
    const known = reason !== null && has(`why.${reason}`)
    return {
      what: t(action === 'refusals.more' ? 'entry.more' : 'entry.refused', { who, action: named }),
      why: known ? t(`why.${reason}`) : '',
    }
  }
  const detail = (name: string) => entry.details.find((each) => each.name === name)
  const person = (name: string): string => {
    const { value = '', username = null } = detail(name) ?? {}
    return username ?? t('entry.unnamed', { id: value.slice(0, 8) })
  }
  const role = detail('role')?.value ?? ''
  const expires = detail('expires')?.value
  // Who accepts an invitation is given a role, or proposed, by whoever invited them.
  const did = `did.${detail('invitation') && has(`did.invited.${action}`) ? 'invited.' : ''}${action}`
  const what = t(has(did) ? did : 'entry.done', {
    who,
    action: named,
    person: person('person'),
    inviter: person('invitedBy'),
    role: t(ROLES[role] ?? role),
    date: expires === undefined ? '' : d(expires),
  })
  // By its id: the sentence names nobody, and no library stands beside it.
  const about = has(did) || entry.library !== null ? null : entry.object
  return { what, why: reason === null ? (about ?? '') : t('entry.reason', { reason }) }
}
