/** What blocks show of a record: `fragment RecordCard`. */
import type { RecordCard } from './operations.generated.ts'

export type { RecordCard }

/** `唐 · 王维`: period and at most three people. */
export function byLine(record: Pick<RecordCard, 'agents' | 'period'>): string {
  const people = record.agents.slice(0, 3).map((agent) => agent.name)
  return [record.period?.label, people.join('、')].filter((part) => part).join(' · ')
}
