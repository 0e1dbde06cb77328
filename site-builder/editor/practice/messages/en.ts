/** Words of the practice site. */
export const practiceEn = {
  'practice.title': 'Practice site',
  'practice.what':
    'This is the practice site: try everything. Readers do not see it, and it is on this device only. On {date} it is as new.',
  'practice.over': 'Start over',
  'practice.done': 'The practice site is as new.',
  'practice.publish': 'Publish (practice)',
  'practice.checking': 'Checking',
  'practice.held': 'Were this a site for readers, these would have to be mended before it is published:',
  'practice.live': 'The checks are passed. Were this a site for readers, it would be live now.',
  'practice.warns': 'Worth a look:',
  'practice.pages': 'What would be new to readers:',
  'practice.nothing': 'Nothing was changed: readers would see what they saw before.',
  'practice.state.NEW': 'New page',
  'practice.state.CHANGED': 'Changed',
  'practice.mend': 'Mend it',
  'practice.close': 'Go on practising',
  'practice.more': '{n} more are listed once those above are mended.',
} as const
