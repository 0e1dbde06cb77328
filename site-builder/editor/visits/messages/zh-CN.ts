import type { LanguageMessages } from '@shuxiang/sdk/contract'

export const visitsZh: LanguageMessages = {
  'visit.title': '上次来过以后',
  'visit.since': '您上次来过以后（{at}），同事改了这些页面：',
  'visit.line': '{page}，{name}，{at}',
  'visit.template': '模板',
  'visit.seen': '知道了',
}
