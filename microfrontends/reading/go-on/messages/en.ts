/** What readers see of it on a page of blocks, in English. */
export const en = {
  'row.finished': 'Read to the end',
  'row.percent': '{percent}% read',
  'row.chapter': 'Chapter {n} of {all}, {percent}% read',
  'row.next': 'Next is chapter {n} of {all}',
  'go-on.remove': 'Take out',
  'go-on.removeName': 'Take out {title}',
  'go-on.removed': '{title} was taken out',
  'go-on.undo': 'Undo',
  'go-on.undoName': 'Undo taking out {title}',
  'go-on.all': 'All that you read on this device',
}
