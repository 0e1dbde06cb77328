/** What people and topics say in Chinese. */
export const zhCN = {
  'list.separator': '、',
  'trouble.title': '这一页暂时打不开',
  'trouble.text': '图书馆的系统现在没有回应，资料没有丢失，恢复后自动打开。',
  'trouble.faultTitle': '这一页出了错',
  'trouble.fault': '这是我们系统的错误，已经记录下来；再试也不会好。检索和其他页面不受影响。',
  'page.loading': '正在打开',
  'page.paged': '{title} · 第 {page} 页',

  'unknown.title': '没有这个人物',
  'unknown.why': '地址可能抄错了。可以用姓名、字、号或拼音检索。',
  'unknown.topicTitle': '没有这个专题',
  'unknown.topicWhy': '地址可能抄错了，或者这里还没有属于它的作品。',
  'unknown.search': '检索全部资源',
  'gone.title': '这里已经没有{name}的作品',
  'gone.why': '与此人有关的记录都已撤下。',

  'person.title': '{name}（{lifetime}）',
  'person.about.other': '{name}，{period}，作品 {n} 种，附生平、别名和同时代的人。',
  'person.facts': '姓名与年代',
  'person.lifetime': '生卒年',
  'person.period': '时代',
  'person.biography': '生平',
  'person.whole': '展开全文',
  'person.biographyFrom': '小传来源：',
  'person.factsFrom': '生卒年与别名依据：{books}',
  'person.near': '同时代的人',
  'person.nearWorks.other': '{n} 种作品',
  'person.works': '作品',
  'person.goWorks.other': '看作品（{n} 种）',

  'topic.about.other': '{facet}：{name}，共 {n} 种。',
  'topic.people': '作者',

  'works.count.other': '{n} 种',
  'works.search': '在其中检索',
  'works.sort': '排序',
  'works.sort.popular': '最知名',
  'works.sort.title': '题名',
  'works.filter': '筛选：{name}',
  'works.all': '全部',
  'works.away': '作品目录暂时取不到，恢复后自动显示。',
  'works.none': '没有符合条件的作品。',
  'works.clear': '看全部作品',
  'works.pages': '作品分页',
} as const

export type MessageKey = keyof typeof zhCN
