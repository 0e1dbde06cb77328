/** What readers see, in English. */
export const en = {
  'page.title': 'Go on reading',
  'page.back': 'Back to my library',
  'page.told':
    'Kept in this browser on this device only: the library does not know it and nothing of it is sent. Signing out clears it.',
  'page.opening': 'Opening',
  'page.script': 'Where you are is kept in your browser; scripts must be allowed here to see it.',
  'page.blocked': 'This browser keeps nothing for websites',
  'page.blockedWhy':
    'It may be a private window, or site data may be turned off. You can read as always; only the place is not kept.',
  'page.empty': 'Nothing was read here yet',
  'page.emptyWhy':
    'Open a text and stay for ten seconds: your place is kept here, to go on from another time.',
  'page.off': 'Nothing is kept',
  'page.offWhy': 'You turned it off: this device keeps neither what you read nor where you are in it.',
  'page.tryAll': 'See all resources',
  'page.tryPoems': 'Begin with a poem',

  'list.unfinished': 'Not finished yet',
  'list.read': 'Read here',
  'list.more': 'Show more',
  'row.finished': 'Read to the end',
  'row.percent': '{percent}% read',
  'row.chapter': 'Chapter {n} of {all}, {percent}% read',
  'row.next': 'Next is chapter {n} of {all}',
  'row.remove': 'Take out',
  'row.removeName': 'Take out {title}',
  'row.removed': '{title} was taken out',
  'row.undo': 'Undo',
  'row.undoName': 'Undo taking out {title}',

  'because.title': 'You may want to read',
  'because.reason': 'Because you read {title}',
  'because.not': 'Not interested',
  'because.notName': 'Not interested in {title}',
  'because.gone': '{title} is not suggested any more',
  'because.undoName': 'Undo: go on suggesting {title}',
  'because.none': 'There is nothing to suggest yet.',
  'because.how':
    'Worked out on this device from what you read last: of each it asks by itself what is like it, as the page of that text does; the list of what you read is not sent.',
  'because.turnOff': 'No suggestions',
  'because.off': 'Suggestions are off.',
  'because.turnOn': 'Turn on suggestions',

  'keeping.title': 'What this device keeps',
  'keeping.what':
    'Texts that you stayed with for ten seconds or more, at most 100: title, author, day and your place; with what you are not interested in, and what was suggested. In this browser only; clearing browsing data clears it too.',
  'keeping.shared': 'If others use this device, clear it here when you have read, or turn it off.',
  'keeping.clear': 'Clear',
  'keeping.cleared': 'It was cleared',
  'keeping.turnOff': 'Turn off and clear',
  'keeping.turnedOff': 'It is off, and what was kept is cleared',
  'keeping.turnOn': 'Turn on',
  'keeping.turnedOn': 'It is on',
  'keeping.undo': 'Undo',
  'keeping.back': 'It is back',
} as const
