/** What blocks ask of a record, and how they check the answer. */
import { z } from 'zod'

const label = z.string().max(2000)

/** The fields of `fragment RecordCard`. */
export const recordCard = z.object({
  id: label,
  kind: label,
  title: label,
  language: label,
  url: label,
  agents: z.array(z.object({ name: label })).max(200),
  period: z.object({ label }).nullable(),
})
export type RecordCard = z.infer<typeof recordCard>

/** `唐 · 王维`: period and at most three people. */
export function byLine(record: Pick<RecordCard, 'agents' | 'period'>): string {
  const people = record.agents.slice(0, 3).map((agent) => agent.name)
  return [record.period?.label, people.join('、')].filter((part) => part).join(' · ')
}
