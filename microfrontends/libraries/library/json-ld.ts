/** A library for machines. Source: https://schema.org/Library */
import type { Said } from '../messages/labels.ts'
import type { FullLibrary } from '../operations.generated.ts'
import { wayTo } from './way.ts'

const textIn = (texts: readonly Said[], language: string): string | undefined =>
  (texts.find((one) => one.language === language) ?? texts[0])?.text || undefined

/** A day without times is closed: both are then midnight. */
const closed = [{ opens: '00:00', closes: '00:00' }]

/** `language` of the names. Hours are those of the main house on the next days, each told by itself. */
export function jsonLdOf(library: FullLibrary, language: string): object {
  const { code, name, label, pinyin, site, contact, hours } = library
  const path = `/library/${code}`
  const other = [name, pinyin].filter((one) => one !== '' && one !== label)
  const street = contact ? textIn(contact.address, language) : undefined
  const places = wayTo(library).map((place) => place.label)
  return defined({
    '@context': 'https://schema.org',
    '@type': 'Library',
    '@id': path,
    url: site ?? path,
    identifier: code,
    name: label,
    alternateName: other.length > 0 ? other : undefined,
    telephone: contact?.telephones[0]?.number,
    email: contact?.email ?? undefined,
    address: defined({
      '@type': 'PostalAddress',
      streetAddress: street,
      postalCode: contact?.postalCode ?? undefined,
      addressLocality: places.length > 1 ? places.at(-1) : undefined,
      addressRegion: places[0],
      addressCountry: 'CN',
    }),
    specialOpeningHoursSpecification: hours?.days.flatMap(({ date, places: openings }) => {
      const spans = openings[0]?.spans
      if (!spans) return []
      return (spans.length > 0 ? spans : closed).map(({ opens, closes }) => ({
        '@type': 'OpeningHoursSpecification',
        validFrom: date,
        validThrough: date,
        opens,
        closes: closes === '24:00' ? '23:59' : closes,
      }))
    }),
  })
}

function defined(facts: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))
}
