/** 一首诗各本文字：列出各本与异文所用的话。 */
export const zhCN = {
  'list.separator': '、',
  'witness.title': '这篇作品的几种文本',
  'witness.intro': '它收在几部书里，文字或有不同。选一种来读：',
  'witness.reading': '正在读',
  'witness.as': '题作《{title}》',
  'witness.by': '题 {name} 作',
  'witness.same': '文字相同',
  'witness.differs.other': '{n} 处不同',
  'witness.apart': '文字出入较大',
  'witness.variants': '异文',
  'witness.variantsIntro': '文中加点线的地方，别本另有写法。',
  'witness.read': '{names}作“{text}”',
  'witness.omit': '{names}无此字',
  'witness.colon': '：',
  'witness.semicolon': '；',
  'witness.shown': '现在读的是{name}的文字',
} as const

export type WitnessKey = keyof typeof zhCN
