import type { LanguageMessages } from '@shuxiang/sdk/contract'

export const findingEn: LanguageMessages = {
  'finding.title': 'Find words on this page',
  'finding.word': 'Find',
  'finding.help':
    'Texts of all languages are searched, and those that the page does not show. Press a line to go to its field.',
  'finding.page': 'The page',
  'finding.none': 'This page does not have “{word}”.',
  'finding.count.one': '{n} place',
  'finding.count.other': '{n} places',
  'finding.most': 'The first {n} places are listed; give more of the words.',
}
