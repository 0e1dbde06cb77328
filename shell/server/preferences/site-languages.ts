/** A reader's choices on the pages of a site, which are in the languages that its library has chosen. */
import type { Site } from '../sites/site.ts'
import type { Preferences } from './preferences.ts'

/** In a language that the site does not have, its main one; an address that names another names none. */
export function inLanguagesOf({ languages }: Pick<Site, 'languages'>, chosen: Preferences): Preferences {
  if (languages.includes(chosen.locale)) return chosen
  return { ...chosen, locale: languages[0], named: null }
}
