/** Words of the first page. */
export const home = {
  'home.title': 'Staff console',
  'home.who': 'Signed in as {name}',
  'home.waits': 'Waiting for you',
  'home.toConfirm.one': '{n} admin proposal waits for you to confirm',
  'home.toConfirm.other': '{n} admin proposals wait for you to confirm',
  'home.mine.one': '{n} proposal of yours waits for another national admin',
  'home.mine.other': '{n} proposals of yours wait for another national admin',
  'home.nothing': 'There is nothing for you to do at present.',
  'home.nation': 'The nation',
  'home.and': ', ',
  'home.until': 'until {date}',
  'home.none':
    'Your role needs no section of the console at present; pages are drafted and published in the site editor.',
  'home.today': 'What to look at today',
  'home.try': 'Practice',
  'home.tryWhat':
    'On the practice site you may try everything: readers do not see it, nothing counts, and it is as new after a week.',
  'home.toPractice': 'Open the practice site',
} as const
