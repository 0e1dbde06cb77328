import type { LanguageMessages } from '@shuxiang/sdk/contract'

export const findingZh: LanguageMessages = {
  'finding.title': '在这个页面里查找文字',
  'finding.word': '找什么',
  'finding.help': '各种语言的文字都找，页面上没有显示出来的也找。按一条结果，就到那一栏。',
  'finding.page': '页面',
  'finding.none': '这个页面里没有“{word}”。',
  'finding.count.other': '找到 {n} 处',
  'finding.most': '只列出前 {n} 处，请写得再具体一些。',
}
