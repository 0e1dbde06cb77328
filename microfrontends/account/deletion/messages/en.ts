/** What readers see of leaving, in English. */
export const en = {
  'leave.link': 'Delete account',
  'leave.due':
    'This account will be deleted on {date}. Until then all can be seen and exported, and nothing changed.',
  'leave.guarded':
    'Your parent or guardian looks after this account: they can see the shelf and lists, save a copy, and have the account deleted.',
  'leave.look': 'See, or take it back',
  'leave.guest': 'Sign in to delete your account here.',
  'leave.signIn': 'Sign in',
  'leave.child':
    'This is a child’s account; a guardian has it deleted, signed in with an account of their own, or at the library that issued the card.',
  'leave.why':
    'The account and everything kept here is deleted and cannot be brought back. For 7 days after asking you can change your mind.',
  'leave.goes': 'What is deleted',
  'leave.goes.kept': 'Shelf, lists, saved searches and reading history',
  'leave.goes.login': 'Password, device for codes, and the name that is shown',
  'leave.goes.roles': 'Roles you had at libraries',
  'leave.stays': 'What is not',
  'leave.stays.card':
    'The library’s own records of your card and loans: they are the library’s that issued it; ask there',
  'leave.stays.log': 'A number in the log of what was done: once the account is gone it names nobody',
  'leave.stays.device':
    'A shelf kept on this device while you were not signed in: clearing browsing data deletes it',
  'leave.take': 'Export first',
  'leave.takeWhy': 'One file with everything that this site keeps about you.',
  'leave.taken': 'Everything was saved as one file.',
  'leave.ask': 'Delete account',
  'leave.sure': 'Delete this account?',
  'leave.sureWhy':
    'It is deleted in 7 days and cannot be brought back then. Until then you can sign in and keep it.',
  'leave.yes': 'Yes, delete',
  'leave.again': 'To make sure that it is you, sign in again; then press “Delete account” once more.',
  'leave.againDo': 'Sign in again',
  'leave.waiting': 'The account will be deleted on {date}',
  'leave.waitingWhy':
    'Until then you can sign in to see and export everything, or to keep the account; shelf and lists cannot be changed.',
  'leave.cancel': 'Keep the account',
  'leave.kept': 'The account is kept; all is as it was.',
  'leave.staff':
    'This account still has roles at a library. Ask an administrator to withdraw them first, then come back.',
  'leave.late': 'The time is over: the account is being deleted and cannot be kept any more.',
  'leave.away': 'Not done: the library’s system does not answer now. Try again in a moment.',
} as const
