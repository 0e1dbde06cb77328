/** What readers see of it beside a record, in English. */
export const en = {
  'alike.title': 'On the same things',
  'alike.shared': 'In common: {subjects}',
  'alike.and': ', ',
} as const
