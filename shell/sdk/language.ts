/**
 * Addresses that say their language: `?lang=en` on any page. An address without it answers in the reader's own
 * language; with it, in that one whoever asks, so that machines can name both (decision 0026).
 */
import type { Locale } from './contract.ts'

const PARAMETER = 'lang'

/** The language that an address asks for, as it is written; null when it asks for none. */
export function languageOf(url: URL): string | null {
  return url.searchParams.get(PARAMETER)
}

/** A path of ours in a language; null gives the address that follows the reader. */
export function inLanguage(path: string, locale: Locale | null): string {
  // Only to parse; no host of ours is needed to change a parameter.
  const url = new URL(path, 'http://path.invalid')
  const asked = url.searchParams.getAll(PARAMETER)
  // Writing the parameters anew may write them differently: what has nothing to change stays as it is.
  if (locale === null ? asked.length === 0 : asked.length === 1 && asked[0] === locale) return path
  url.searchParams.delete(PARAMETER)
  if (locale !== null) url.searchParams.set(PARAMETER, locale)
  return `${url.pathname}${url.search}${url.hash}`
}
