/** What the faults of a site are called, and where they are mended. */
export const mending = {
  'mend.PAGES': 'Mend it here',
  'mend.VISITING': 'Fill it in',
  'mend.SETTINGS': 'Fill it in',
  'mend.MEMBERS': 'See the members',
  'mend.PUBLISHING': 'Publish',
  'mend.notYours': 'For a publisher or a library admin to mend.',

  'kind.UNPUBLISHED': 'Never published',
  'kind.UNOWNED': 'Nobody looks after it',
  'kind.NO_OPENING_HOURS': 'No opening hours',
  'kind.NO_CONTACT': 'No contact',
  'kind.NO_COMPLAINTS': 'No word on complaints',
  'kind.INACCESSIBLE': 'Hard to use with a disability',
  'kind.BROKEN_LINK': 'Broken links',
  'kind.EMPTY_SHELF': 'Empty shelves',
  'kind.STALE': 'Unchanged for half a year',
  'kind.NO_FILING_NUMBER': 'No filing number',
} as const
