/** Words of help, of the tour, and of shortcuts. */
export const helpEn = {
  'help.title': 'Help',
  'help.tour': 'A tour of three minutes',
  'help.tourWhat': 'Step by step: where blocks are added, where you write, how to publish.',
  'help.tourDo': 'Start the tour',
  'help.practice': 'Practice site',
  'help.practiceWhat': 'Try everything: readers do not see it, and after a week it is as new.',
  'help.practiceDo': 'Open the practice site',
  'help.shortcuts': 'Shortcuts',
  'help.on.desk': 'Anywhere',
  'help.on.outline': 'On a block of the outline',
  'help.on.text': 'While writing a text',
  'help.on.translations': 'In “Translations”',
  'help.or': 'or',

  'shortcut.help': 'Open this list',
  'shortcut.undo': 'Undo',
  'shortcut.redo': 'Redo',
  'shortcut.save': 'Save at once',
  'shortcut.next-region': 'To the next region: bar, outline, page, fields',
  'shortcut.former-region': 'To the region before',
  'shortcut.up': 'Move the block up',
  'shortcut.down': 'Move the block down',
  'shortcut.remove': 'Delete the block',
  'shortcut.strong': 'Strong',
  'shortcut.emphasis': 'Emphasis',
  'shortcut.next-left': 'To the next translation that is left',
  'shortcut.former-left': 'To the one before',
  'shortcut.still-right': 'This translation is still right',

  'offer.title': 'Your first time',
  'offer.what': 'Your first time here? See how it works in three minutes.',
  'offer.yes': 'Start the tour',
  'offer.no': 'No, thank you',

  'tour.title': 'Tour',
  'tour.step': 'Step {n} of {all}',
  'tour.back': 'Back',
  'tour.next': 'Next',
  'tour.end': 'Done',
  'tour.leave': 'Leave the tour',
  'tour.outline': 'A page is a list',
  'tour.outline.what':
    'Each line is a block; from top to bottom they stand as on the page. Press one to choose it, move it up or down, copy or delete it; or drag it.',
  'tour.add': 'Add a block',
  'tour.add.what':
    'A shelf, notices, opening hours, a picture… Press “Add a block”, find what you want, and press it.',
  'tour.fields': 'Fill it in here',
  'tour.fields.what':
    'What there is to fill in for the chosen block, each with a word of help. The page shows at once what you change.',
  'tour.page': 'What readers will see',
  'tour.page.what':
    'Exactly as it will be once it is published. Press a block on the page, and its fields open.',
  'tour.language': 'Two languages',
  'tour.language.what':
    'Choose in which language you write. A text that has none yet shows the other one in grey, and never nothing.',
  'tour.looks': 'With the eyes of others',
  'tour.looks.what':
    'On a phone, on a tablet, dark, in high contrast, in large print: see the page as different readers do.',
  'tour.saved': 'It saves itself',
  'tour.saved.what':
    'There is nothing to press. Without a network you can go on, and it is saved later. “Undo” takes back step by step, also tomorrow.',
  'tour.publish': 'Publish',
  'tour.publish.what':
    'Until then readers see nothing of it. The press checks the page first and leads you to what has to be mended; afterwards you can still go back.',
} as const
