import type { LanguageMessages } from '@shuxiang/sdk/contract'

export const patternsEn: LanguageMessages = {
  'patterns.title': 'Ready sections',
  'patterns.holds': 'What is in it: {blocks}',
}
