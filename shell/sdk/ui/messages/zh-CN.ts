/** What the widgets say in Chinese, where a page gives them no words of its own. */
export const zhCN = {
  'pages.label': '分页',
  'pages.previous': '上一页',
  'pages.next': '下一页',
  'pages.page': '第 {page} 页',
  'pages.of': '第 {page} 页，共 {pages} 页',

  'facet.more': '更多{name}',
  'facet.listed': '列出最多的 {n} 个，共 {total} 个。',

  'copy.copy': '复制',
  'copy.copied': '已复制',

  'dialog.close': '关闭',

  'combobox.clear': '清除所选的“{text}”',
  'combobox.found.other': '有 {n} 项可选，用上下方向键选择',
  'combobox.none': '没有符合“{text}”的选项',

  'state.loading': '正在载入',
  'state.empty': '这里还没有内容',
  'state.try': '可以试试',
  'state.notFound': '没有找到这一页',
  'state.notFoundWhy': '地址可能抄错了，或者这里的内容已经移到别处。',
  'state.gone': '这里的内容已经撤下',
  'state.goneWhen': '撤下日期：{date}',
  'state.goneReason': '原因：{reason}',
  'state.quoted': '“{text}”',

  'trouble.serverTitle': '暂时打不开',
  'trouble.server': '图书馆的系统现在没有回应，恢复后自动更新。',
  'trouble.offline': '您的设备现在没有联网。连上网络后自动更新，已经填写的内容都留着。',
  'trouble.refusedTitle': '这个请求无法执行',
  'trouble.refused': '请把它写得短一些、简单一些。',
  'trouble.faultTitle': '这一页出了错',
  'trouble.fault': '这是我们系统的错误，已经记录下来；再试也不会好。',
  'trouble.again': '再试一次',
  'trouble.asking': '正在再试……',
} as const

export type WordKey = keyof typeof zhCN
