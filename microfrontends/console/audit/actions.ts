/** Actions that the audit log can be asked for, each with words below `action.`; what is not here is shown by its name. */
export const auditActions = [
  'member.read',
  'member.grant',
  'member.withdraw',
  'admin.propose',
  'admin.grant',
  'admin.decline',
  'audit.read',
  'card.import',
  'page.draft',
  'page.publish',
  'site.configure',
  'library.manage',
  'library.support',
  'own.manage',
  'refusals.more',
] as const
