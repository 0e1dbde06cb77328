/** Opening hours as a beginning asks for them: one place, one span a day, the same week all year. Pure. */
import type { HoursInput, StartVisitingData, Weekday } from '../operations.generated.ts'

type Hours = NonNullable<NonNullable<StartVisitingData['visitingDesk']>['hours']>

export const week: readonly Weekday[] = [
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
  'SUNDAY',
]

export interface Times {
  readonly opens: string
  readonly closes: string
}
export interface DayHours extends Times {
  readonly day: Weekday
  readonly open: boolean
}
export interface HoursForm extends Times {
  /** All open days have the times of the form. */
  readonly same: boolean
  readonly days: readonly DayHours[]
}

const usual: Times = { opens: '09:00', closes: '17:00' }

/** As most libraries have it: closed on Mondays. */
export function usualHours(): HoursForm {
  return { same: true, ...usual, days: week.map((day) => ({ day, open: day !== 'MONDAY', ...usual })) }
}

/** What is kept says more than this form can: several places, seasons, or parts of a day. It is changed in the console. */
export function isDetailed(hours: Hours): boolean {
  const [place] = hours.places
  const days = place?.seasons[0]?.week ?? []
  return (
    hours.places.length !== 1 ||
    place?.seasons.length !== 1 ||
    days.some(({ spans }) => spans.length > 1 || spans.some(({ closes }) => closes > '23:59'))
  )
}

/** Of hours that are not detailed. */
export function hoursForm(hours: Hours | null): HoursForm {
  const kept = hours?.places[0]?.seasons[0]?.week
  if (!kept) return usualHours()
  const spanOf = (day: Weekday): Times | undefined => kept.find((one) => one.day === day)?.spans[0]
  const [like = usual] = week.flatMap((day) => spanOf(day) ?? [])
  const days = week.map((day): DayHours => {
    const span = spanOf(day)
    return { day, open: span !== undefined, ...timesOf(span ?? like) }
  })
  const same = days.every((day) => !day.open || (day.opens === like.opens && day.closes === like.closes))
  return { same, ...timesOf(like), days }
}

const timesOf = ({ opens, closes }: Times): Times => ({ opens, closes })

/** `HH:MM` of a time as people type it, such as `9`, `930`, `9：30`; null when it is none. */
export function clockOf(typed: string): string | null {
  const text = typed.normalize('NFKC').trim().replace('.', ':')
  const [, hour, minute = '0'] = /^(\d{1,2})(?::?(\d\d))?$/.exec(text) ?? []
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return null
  return `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`
}

/** The times that hold on a day, as they are typed. */
export function timesOn(form: HoursForm, day: DayHours): Times {
  return timesOf(form.same ? form : day)
}

/** Key of what is wrong, with the day that it is on; null day: the times of all. */
export interface HoursFault {
  readonly why: 'time' | 'order' | 'never'
  readonly day: Weekday | null
}

export function hoursFault(form: HoursForm): HoursFault | null {
  const open = form.days.filter((day) => day.open)
  if (open.length === 0) return { why: 'never', day: null }
  for (const day of open) {
    const [opens, closes] = [clockOf(timesOn(form, day).opens), clockOf(timesOn(form, day).closes)]
    const at = form.same ? null : day.day
    if (opens === null || closes === null) return { why: 'time', day: at }
    if (closes <= opens) return { why: 'order', day: at }
  }
  return null
}

function spanOn(form: HoursForm, day: DayHours): Times {
  const { opens, closes } = timesOn(form, day)
  return { opens: clockOf(opens) ?? opens, closes: clockOf(closes) ?? closes }
}

/** As the graph takes it; what the form does not ask for stays as it is kept. Of a form without fault. */
export function hoursInput(form: HoursForm, kept: Hours | null): HoursInput {
  const place = kept?.places[0]
  return {
    announceDays: kept?.announceDays ?? 7,
    note: kept?.note ?? [],
    exceptions: kept?.exceptions ?? [],
    places: [
      {
        key: place?.key ?? 'main',
        name: place?.name ?? [],
        seasons: [
          {
            name: place?.seasons[0]?.name ?? [],
            week: form.days
              .filter(({ open }) => open)
              .map((day) => ({ day: day.day, spans: [spanOn(form, day)] })),
          },
        ],
        // A holiday is as a Sunday, a day worked instead as usual: what the console begins with, too.
        holidays: place?.holidays ?? { kind: 'AS_WEEKDAY', day: 'SUNDAY' },
        makeUpDays: place?.makeUpDays ?? { kind: 'AS_USUAL' },
      },
    ],
  }
}
