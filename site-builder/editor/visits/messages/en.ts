import type { LanguageMessages } from '@shuxiang/sdk/contract'

export const visitsEn: LanguageMessages = {
  'visit.title': 'Since your last visit',
  'visit.since': 'Since you were here ({at}), colleagues have changed these pages:',
  'visit.line': '{page}, {name}, {at}',
  'visit.template': 'the template',
  'visit.seen': 'I have seen it',
}
