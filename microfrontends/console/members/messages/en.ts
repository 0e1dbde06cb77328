/** Words of the members of a library. */
export const members = {
  'members.title': 'Members and roles',
  'members.loading': 'Opening the list of members',
  'members.none': 'This library has no members yet',
  'members.noneWhy': 'Once a role is granted, its owner is listed here.',
  'members.until': 'until {date}',
  'members.always': 'without end',
  'members.EXPIRED': 'Expired',
  'members.WITHDRAWN': 'Withdrawn',
  'members.granted': 'Granted by {name} on {date}',
  'members.reason': 'Reason: {reason}',
} as const
