// The argument `language` of names.
import { badInput } from './errors.ts'

/** Argument of fields that give a name; Chinese when it is left out. */
export interface InLanguage {
  readonly language?: string | null
}

/** Errors: BAD_USER_INPUT for a language that the interface does not have. */
export function interfaceLanguage({ language }: InLanguage): 'zh-CN' | 'en' {
  if (language === undefined || language === null || language === 'zh-CN') return 'zh-CN'
  if (language === 'en') return 'en'
  throw badInput('language: give zh-CN or en.')
}
