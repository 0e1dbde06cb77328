/** What the Public Library Law has a library tell its readers, and what of it is not told yet. */
import type { VisitingOverviewData } from '../../operations.generated.ts'
import type { Part } from '../visiting-address.ts'

export type Desk = NonNullable<VisitingOverviewData['visitingDesk']>

export interface Due {
  /** Key below `due.`. */
  readonly what: 'hours' | 'rules' | 'contact' | 'complaints'
  readonly part: Part
  readonly done: boolean
}

/** Articles 38 (hours, rules of lending, how to come) and 42 (a way to complain). */
export function duesOf({ hours, contact, lendingRules }: Desk): readonly Due[] {
  const complaints = contact?.complaints
  return [
    { what: 'hours', part: 'hours', done: hours !== null },
    { what: 'rules', part: 'rules', done: lendingRules !== null },
    { what: 'contact', part: 'contact', done: (contact?.address.length ?? 0) > 0 },
    {
      what: 'complaints',
      part: 'contact',
      done: Boolean(complaints?.telephone ?? complaints?.email),
    },
  ]
}
