// Door for who gives the first libraries something to say. Loads no GraphQL.
export type { Weekday } from './calendar/day.ts'
export type { HourSpan, Place, Words } from './hours/model.ts'
export type { SaidByLibrary } from './store/seed.ts'
export { visitingKnown, type VisitingKnown } from './store/facts.ts'
