/** Opening hours as a form holds them, and as the graph takes them. */
import type {
  DayRuleInput,
  DayRuleKind,
  HoursExceptionInput,
  HoursInput,
  HoursPlaceInput,
  HoursSeasonInput,
  HourSpanInput,
  VisitingHoursData,
  Weekday,
} from '../../operations.generated.ts'
import { bothOf, noText, textsOf, type BothTexts } from '../writing/both-texts.ts'
import { clockOf } from './clock.ts'

export const WEEK: readonly Weekday[] = [
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
  'SUNDAY',
]
export const RULES: readonly DayRuleKind[] = ['AS_USUAL', 'AS_WEEKDAY', 'CLOSED', 'OWN_HOURS']

/** As typed: any text. */
export interface SpanForm {
  opens: string
  closes: string
}
export interface DayForm {
  readonly day: Weekday
  /** None: it is closed. */
  spans: SpanForm[]
}
export interface SeasonForm {
  name: BothTexts
  /** `MM-DD`; empty in the first, which holds all year. */
  from: string
  until: string
  week: DayForm[]
}
export interface RuleForm {
  kind: DayRuleKind
  day: Weekday
  spans: SpanForm[]
}
export interface PlaceForm {
  readonly key: string
  name: BothTexts
  seasons: SeasonForm[]
  holidays: RuleForm
  makeUpDays: RuleForm
}
export interface ExceptionForm {
  from: string
  until: string
  /** Keys; empty: all places. */
  places: string[]
  closed: boolean
  spans: SpanForm[]
  reason: BothTexts
  /** It was over when the form was opened. */
  readonly past: boolean
}
export interface HoursForm {
  places: PlaceForm[]
  exceptions: ExceptionForm[]
  announceDays: string
  note: BothTexts
}

type Hours = NonNullable<NonNullable<VisitingHoursData['visitingDesk']>['hours']>

export const usualSpan = (): SpanForm => ({ opens: '09:00', closes: '17:00' })
const spansOf = (spans: readonly HourSpanInput[]): SpanForm[] =>
  spans.map(({ opens, closes }) => ({ opens, closes }))

/** Where nothing was said yet: as most libraries have it. */
export const usualPlace = (key: string): PlaceForm => ({
  key,
  name: noText(),
  seasons: [
    {
      name: noText(),
      from: '',
      until: '',
      week: WEEK.map((day) => ({ day, spans: day === 'MONDAY' ? [] : [usualSpan()] })),
    },
  ],
  holidays: { kind: 'AS_WEEKDAY', day: 'SUNDAY', spans: [usualSpan()] },
  makeUpDays: { kind: 'AS_USUAL', day: 'SATURDAY', spans: [usualSpan()] },
})

/** The week of the year as a season begins. */
export const seasonLike = ({ week }: SeasonForm): SeasonForm => ({
  name: noText(),
  from: '07-01',
  until: '08-31',
  week: week.map(({ day, spans }) => ({ day, spans: spansOf(spans) })),
})

export const newException = (day: string): ExceptionForm => ({
  ...{ from: day, until: day, places: [], closed: true, spans: [usualSpan()] },
  ...{ reason: noText(), past: false },
})

export function hoursForm(hours: Hours | null, today: string): HoursForm {
  if (!hours) return { places: [usualPlace('main')], exceptions: [], announceDays: '7', note: noText() }
  const rule = ({ kind, day, spans }: Hours['places'][number]['holidays']): RuleForm => ({
    ...{ kind, day: day ?? 'SUNDAY' },
    spans: spans.length > 0 ? spansOf(spans) : [usualSpan()],
  })
  return {
    places: hours.places.map(({ key, name, seasons, holidays, makeUpDays }) => ({
      key,
      name: bothOf(name),
      seasons: seasons.map(({ name: called, from, until, week }) => ({
        name: bothOf(called),
        from: from ?? '',
        until: until ?? '',
        week: WEEK.map((day) => ({
          day,
          spans: spansOf(week.find((each) => each.day === day)?.spans ?? []),
        })),
      })),
      holidays: rule(holidays),
      makeUpDays: rule(makeUpDays),
    })),
    exceptions: hours.exceptions.map(({ from, until, places, spans, reason }) => ({
      ...{ from, until, places: [...places], closed: spans.length === 0 },
      spans: spans.length > 0 ? spansOf(spans) : [usualSpan()],
      reason: bothOf(reason),
      past: until < today,
    })),
    announceDays: String(hours.announceDays),
    note: bothOf(hours.note),
  }
}

const spansInput = (spans: readonly SpanForm[]): HourSpanInput[] =>
  spans.map(({ opens, closes }) => ({ opens: clockOf(opens) ?? opens, closes: clockOf(closes) ?? closes }))

const ruleInput = ({ kind, day, spans }: RuleForm): DayRuleInput => ({
  kind,
  ...(kind === 'AS_WEEKDAY' && { day }),
  ...(kind === 'OWN_HOURS' && { spans: spansInput(spans) }),
})

const seasonInput = ({ name, from, until, week }: SeasonForm): HoursSeasonInput => ({
  name: textsOf(name),
  from: from || null,
  until: until || null,
  week: week
    .filter(({ spans }) => spans.length > 0)
    .map(({ day, spans }) => ({ day, spans: spansInput(spans) })),
})

const placeInput = ({ key, name, seasons, holidays, makeUpDays }: PlaceForm): HoursPlaceInput => ({
  key,
  name: textsOf(name),
  seasons: seasons.map(seasonInput),
  holidays: ruleInput(holidays),
  makeUpDays: ruleInput(makeUpDays),
})

const exceptionInput = ({
  from,
  until,
  places,
  closed,
  spans,
  reason,
}: ExceptionForm): HoursExceptionInput => ({
  from,
  until,
  places,
  spans: closed ? [] : spansInput(spans),
  reason: textsOf(reason),
})

/** Of a form without faults. */
export const hoursInput = ({ places, exceptions, announceDays, note }: HoursForm): HoursInput => ({
  places: places.map(placeInput),
  exceptions: exceptions.map(exceptionInput),
  announceDays: Number(announceDays),
  note: textsOf(note),
})
