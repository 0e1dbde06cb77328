// What the audit log calls what was done. Whoever notes something new adds its name here, and the console its words.
import type { Action } from '@shuxiang/permissions'

/** What is noted when it is done, beside the actions of the table of permissions. */
export const deeds = [
  'member.withdraw',
  'admin.decline',
  'invitation.create',
  'invitation.revoke',
  'invitation.decline',
  'asset.add',
  'asset.replace',
  'asset.delete',
  'asset.restore',
  'page.roll-back',
  'page.call-off',
  'page.ask',
  'page.approve',
  'page.refuse',
  'card.imported',
  'card.issue-codes',
  'account.make',
  'account.change',
  'account.remove',
  'account.delete',
  'account.password',
  'account.device.remove',
  'account.sessions.end',
  'account.role.give',
  'account.role.take',
  'session.end',
  'client.make',
  'client.change',
  'client.remove',
  'organization.make',
  'organization.change',
  'organization.remove',
] as const

/** What is noted only when it is refused, beside actions of the table. */
export const refusals = ['admin.refused', 'refusals.more'] as const

/** `field:Type.field`: a field of the graph that was asked for by whom it is not for. */
export type AuditAction = Action | (typeof deeds)[number] | (typeof refusals)[number] | `field:${string}`
