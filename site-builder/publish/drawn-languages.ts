/** In which languages the pages of a site are drawn. */
import { locales, type Locale } from '@shuxiang/site-render'

/** Those that its library has chosen, of those that the frame has words in, its main one first; all where none is left. */
export function drawnLanguages(chosen: readonly string[] = []): readonly [Locale, ...Locale[]] {
  const [main, ...others] = chosen.flatMap((language) => locales.filter((locale) => locale === language))
  return main === undefined ? locales : [main, ...others]
}
