import type { LanguageMessages } from '@shuxiang/sdk/contract'

export const patternsZh: LanguageMessages = {
  'patterns.title': '现成的版面',
  'patterns.holds': '里面有：{blocks}',
}
