/** Words of proposals. */
export const proposals = {
  'proposals.title': 'Admin proposals',
  'proposals.lead':
    'A library admin takes two national admins: one proposes, another confirms. A proposal that nobody confirms within 30 days lapses. Propose under “Members and roles”.',
  'proposals.loading': 'Opening the proposals',
  'proposals.none': 'There are no proposals yet',
  'proposals.noneWhy': 'Once a national admin proposes a library admin, it is listed here.',
  'proposals.open.one': 'Waiting ({n})',
  'proposals.open.other': 'Waiting ({n})',
  'proposals.noOpen': 'No proposal is waiting.',
  'proposals.past.one': 'Decided ({n})',
  'proposals.past.other': 'Decided ({n})',
  'proposals.for': 'proposed as admin of {place}',
  'proposals.by': 'Proposed by {name} on {date}; the role counts until {until}',
  'proposals.reason': 'Reason: {reason}',
  'proposals.mine': 'Your own proposal: another national admin has to confirm it.',
  'proposals.self': 'This is about you: other national admins decide.',
  'proposals.confirm': 'Confirm…',
  'proposals.confirmName': 'Confirm the proposal of {name}',
  'proposals.decline': 'Decline…',
  'proposals.declineName': 'Decline the proposal of {name}',
  'proposals.takeBack': 'Take it back…',
  'proposals.takeBackName': 'Take back the proposal of {name}',
  'proposals.CONFIRMED': 'Confirmed by {name} on {date}',
  'proposals.DECLINED': 'Declined by {name} on {date}. Reason: {reason}',
  'proposals.LAPSED': 'Nobody confirmed it within 30 days; it has lapsed',

  'decide.confirms':
    'Once confirmed, {name} is admin of {place} at once and looks after its members, site and cards, until {date}.',
  'decide.declines':
    'Once declined, {name} does not become admin of {place}. The role was to count until {date}.',
  'decide.takesBack':
    'Once taken back, {name} does not become admin of {place}. The role was to count until {date}.',
  'decide.reason': 'Reason',
  'decide.confirm': 'Confirm and grant',
  'decide.decline': 'Do not grant',
  'decide.busy': 'Sending…',
  'decide.later': 'Not now',
  'decide.confirmed': '{name} is now admin of {place}.',
  'decide.declined': '{name} did not become admin of {place}; the proposal has ended.',
} as const
