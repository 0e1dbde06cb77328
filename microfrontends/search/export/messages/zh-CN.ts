/** What the files and feeds of a search say in Chinese. */
export const zhCN = {
  'feed.title': '“{query}”的新资源',
  'feed.titleAll': '新资源',
  'column.title': '题名',
  'column.creators': '责任者',
  'column.kind': '类型',
  'column.period': '年代',
  'column.year': '年份',
  'column.form': '体裁',
  'column.collection': '文献集',
  'column.language': '语种',
  'column.subjects': '主题',
  'column.identifiers': '标识符',
  'column.rights': '权利',
  'column.source': '数据来源',
  'column.url': '网址',
} as const
export type ExportKey = keyof typeof zhCN
