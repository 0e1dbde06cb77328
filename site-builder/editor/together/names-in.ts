/** User names as one reads them in a sentence. */
import type { Locale } from '@shuxiang/sdk/contract'

export function namesIn(names: readonly string[], locale: Locale): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names)
}
