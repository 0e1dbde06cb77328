/** Hours for machines: weeks and the days that are otherwise, as schema.org has them (OpeningHoursSpecification). */
import type { RenderContext } from '../contract.ts'
import { libraryNode, plainSaid } from '../said.ts'
import type { Hours } from './days.ts'

const dayName = (day: string): string => `https://schema.org/${day.slice(0, 1)}${day.slice(1).toLowerCase()}`

interface Span {
  readonly opens: string
  readonly closes: string
}

const specification = (facts: object, { opens, closes }: Span): object => ({
  '@type': 'OpeningHoursSpecification',
  ...facts,
  opens,
  closes: closes === '24:00' ? '23:59' : closes,
})

/** A day without times is closed: both are then midnight. */
const closed: readonly Span[] = [{ opens: '00:00', closes: '00:00' }]

/** The first place is the library; the others are parts of it. */
export function hoursNodes(name: string, hours: Hours, context: RenderContext): readonly object[] {
  const [main, ...others] = hours.places.map((place, n) => ({ place, ...placeHours(hours, n, context) }))
  if (!main) return []
  const department = others.map(({ place, ...times }) => ({
    '@type': 'Library',
    name: plainSaid(place.name, context),
    ...times,
  }))
  const { openingHoursSpecification, specialOpeningHoursSpecification } = main
  return [
    libraryNode(name, {
      openingHoursSpecification,
      specialOpeningHoursSpecification,
      ...(department.length > 0 ? { department } : {}),
    }),
  ]
}

/** The first and last day of a season as it holds on the day, or comes next; both are MM-DD, and may lie over the year's end. */
export function turnOf(from: string, until: string, today: string): object {
  const year = Number(today.slice(0, 4))
  const day = today.slice(5)
  const overNewYear = from > until
  const begins = overNewYear ? (day <= until ? year - 1 : year) : day > until ? year + 1 : year
  return { validFrom: `${begins}-${from}`, validThrough: `${overNewYear ? begins + 1 : begins}-${until}` }
}

function placeHours({ places, days }: Hours, n: number, { today }: RenderContext) {
  const seasons = places[n]?.seasons ?? []
  return {
    openingHoursSpecification: seasons.flatMap(({ from, until, week }) =>
      week.flatMap(({ day, spans }) =>
        spans.map((span) =>
          specification(
            {
              dayOfWeek: dayName(day),
              ...(from && until ? turnOf(from, until, today) : {}),
            },
            span,
          ),
        ),
      ),
    ),
    specialOpeningHoursSpecification: days.flatMap(({ date, places: openings }) => {
      const opening = openings[n]
      // Where seasons lie over the year's week, each of the next days is told by itself: a special day holds before both.
      if (!opening || (opening.source === 'WEEK' && seasons.length < 2)) return []
      const spans = opening.spans.length > 0 ? opening.spans : closed
      return spans.map((span) => specification({ validFrom: date, validThrough: date }, span))
    }),
  }
}
