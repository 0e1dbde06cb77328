/** What a language is called on the desk. */
import type { MessageTools } from '@shuxiang/sdk'
import { languageNames } from '../fields/text-languages.ts'

/** @param words those of the desk, which calls its own languages as its buttons do. */
export const languageName = (
  tag: string,
  { t, has, locale }: Pick<MessageTools, 't' | 'has' | 'locale'>,
): string => (has(`language.${tag}`) ? t(`language.${tag}`) : languageNames(locale)(tag))
