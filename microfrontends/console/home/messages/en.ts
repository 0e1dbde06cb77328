/** Words of the first page. */
export const home = {
  'home.title': 'Staff console',
  'home.who': 'Signed in as {name}',
  'home.nation': 'The nation',
  'home.and': ', ',
  'home.until': 'until {date}',
} as const
