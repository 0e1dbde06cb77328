/** What readers see of the shelf on a page of blocks, in English. */
export const en = {
  'shelf.title': 'My shelf',
  'shelf.how': 'Open anything and press “Put on shelf”: it then stands here.',
  'shelf.search': 'See all resources',
  'shelf.open': 'Open my library',
}
