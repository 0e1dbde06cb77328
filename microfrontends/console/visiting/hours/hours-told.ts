/** Hours of a form in words, one line for each thing, so that two can be held beside each other. */
import { useWords } from '../words.ts'
import { bothTold } from '../writing/both-texts.ts'
import type { Said } from '../writing/use-writing.ts'
import type { HoursForm, RuleForm, SpanForm } from './hours-form.ts'

export function useHoursTold(): (form: HoursForm) => readonly Said[] {
  const { t } = useWords()
  const spansTold = (spans: readonly SpanForm[]): string =>
    spans.length === 0
      ? t('hours.closed')
      : spans.map(({ opens, closes }) => `${opens}–${closes}`).join(t('list.and'))
  const ruleTold = ({ kind, day, spans }: RuleForm): string => {
    if (kind === 'AS_WEEKDAY') return `${t(`rule.${kind}`)} ${t(`weekday.${day}`)}`
    return kind === 'OWN_HOURS' ? spansTold(spans) : t(`rule.${kind}`)
  }
  return ({ places, exceptions, announceDays, note }) => [
    ...places.flatMap(({ name, seasons, holidays, makeUpDays }, n) => {
      const place = bothTold(name) || t(places.length > 1 ? 'hours.place' : 'hours.only', { n: n + 1 })
      const of = (what: string): string => `${place} · ${what}`
      return [
        ...seasons.flatMap(({ name: season, from, until, week }, k) =>
          week.map(({ day, spans }) => ({
            label: of(`${k === 0 ? '' : `${bothTold(season)} `}${t(`weekday.${day}`)}`),
            text: k === 0 ? spansTold(spans) : `${from}–${until} ${spansTold(spans)}`,
          })),
        ),
        { label: of(t('hours.holidays')), text: ruleTold(holidays) },
        { label: of(t('hours.makeUpDays')), text: ruleTold(makeUpDays) },
      ]
    }),
    {
      label: t('except.title'),
      text: exceptions
        .map(({ from, until, closed, spans, reason }) =>
          [`${from}–${until}`, closed ? t('hours.closed') : spansTold(spans), bothTold(reason)].join(' '),
        )
        .join('\n'),
    },
    { label: t('hours.lead'), text: announceDays.trim() },
    { label: t('hours.note'), text: bothTold(note) },
  ]
}
