// The argument `language` of names.
import { badInput } from '@shuxiang/subgraph-kit'
import type { InterfaceLanguage } from '@shuxiang/vocabulary'

/** Null is Chinese. Errors: BAD_USER_INPUT for a language that the interface does not have. */
export function interfaceLanguage(asked: string | null | undefined): InterfaceLanguage {
  const language = asked ?? 'zh-CN'
  if (language === 'zh-CN' || language === 'en') return language
  throw badInput('language: give zh-CN or en.')
}
