import type { LanguageMessages } from '@shuxiang/sdk/contract'

export const compareZh: LanguageMessages = {
  'compare.what': '不同之处',
  'compare.same': '两个版本一样。',
  'compare.show': '看这里',
  'compare.page': '{name}：{title}',
  'compare.pages': '两个版本的页面',
  'compare.marked': '有改动的版块带框。',
}
