/** What the advanced form says in Chinese. */
export const zhCN = {
  'advanced.title': '高级检索',
  'advanced.about': '各栏之间是“且”的关系。一栏里写几个词，用空格隔开；要连在一起的词加引号。',
  'advanced.words': '检索词',
  'advanced.any': '全部字段含有',
  'advanced.title.field': '题名含有',
  'advanced.creator': '作者含有',
  'advanced.subject': '主题含有',
  'advanced.body': '正文含有',
  'advanced.phrase': '原句',
  'advanced.phrase.hint': '字句连在一起，一字不差',
  'advanced.some': '含有任意一个',
  'advanced.some.hint': '几个词，有一个就行',
  'advanced.none': '不含',
  'advanced.more': '朝代、主题、正文',
  'advanced.rest': '其他检索式',
  'advanced.rest.hint': '检索框里写的、这里没有对应栏目的部分，原样保留',
  'advanced.period': '朝代',
  'advanced.from': '从',
  'advanced.to': '到',
  'advanced.unbounded': '不限',
  'advanced.kept': '同时保留条件：{list}',
  'advanced.search': '检索',
  'advanced.clear': '清空',
  'advanced.away': '类型、体裁等条件暂时取不到，检索词照常可用。',
} as const

export type AdvancedKey = keyof typeof zhCN
