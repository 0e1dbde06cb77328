/** What readers see of it on a page of blocks, in Chinese. */
export const zhCN = {
  'row.finished': '读完了',
  'row.percent': '读到 {percent}%',
  'row.chapter': '第 {n} 篇，共 {all} 篇，读到 {percent}%',
  'row.next': '下面读第 {n} 篇，共 {all} 篇',
  'go-on.remove': '移出',
  'go-on.removeName': '移出《{title}》',
  'go-on.removed': '已移出《{title}》',
  'go-on.undo': '撤销',
  'go-on.undoName': '撤销移出《{title}》',
  'go-on.all': '在这台设备上读过的',
}
