// Languages that clients name, of texts and of works.
import { badInput } from './errors.ts'

/** As BCP 47 writes them, in the form that pages of the site builder read: what is not of it they leave out. */
const languageTag = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/

/** Errors: BAD_USER_INPUT with a sentence and, where it is given, a reason: for what pages could not show. */
export function readLanguageTag(argument: string, tag: string, reason?: string): string {
  if (languageTag.test(tag)) return tag
  const told = tag.toWellFormed().replace(/\p{C}/gu, '').slice(0, 20)
  throw badInput(`${argument}: “${told}” is no language tag such as zh-CN or en.`, reason)
}
