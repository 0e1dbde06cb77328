import type { LanguageMessages } from '@shuxiang/sdk/contract'

export const compareEn: LanguageMessages = {
  'compare.what': 'What is different',
  'compare.same': 'Both versions are the same.',
  'compare.show': 'Show it',
  'compare.page': '{name}: {title}',
  'compare.pages': 'The page in both versions',
  'compare.marked': 'Blocks that are different have a frame.',
}
