/** 练习网站的文字。 */
export const practiceZh = {
  'practice.title': '练习网站',
  'practice.what': '这是练习网站：什么都可以试，读者看不到，只存在这台设备上。{date} 自己复原。',
  'practice.over': '重新开始',
  'practice.done': '练习网站已经复原。',
  'practice.publish': '发布（练习）',
  'practice.checking': '正在检查',
  'practice.held': '如果是真的网站，要先改好下面这些才能发布：',
  'practice.live': '检查通过。如果是真的网站，现在已经上线了。',
  'practice.warns': '建议看一看：',
  'practice.pages': '读者会看到的新内容：',
  'practice.nothing': '没有改动，读者看到的和以前一样。',
  'practice.state.NEW': '新页面',
  'practice.state.CHANGED': '有改动',
  'practice.mend': '去改',
  'practice.close': '回去接着练',
  'practice.more': '另有 {n} 处，改好上面的再发布就会列出。',
} as const
