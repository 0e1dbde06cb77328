/** What readers see of the shelf on a page of blocks, in Chinese. */
export const zhCN = {
  'shelf.title': '我的书架',
  'shelf.how': '打开任何一种资源，按“放入书架”，它就会出现在这里。',
  'shelf.search': '看看全部资源',
  'shelf.open': '打开我的书房',
}
