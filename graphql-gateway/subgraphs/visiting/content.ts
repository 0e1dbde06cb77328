// Door for who gives the first libraries something to say, and for who judges their sites. Loads no GraphQL.
export type { Weekday } from './calendar/day.ts'
export type { HourSpan, Place, Words } from './hours/model.ts'
export type { SaidByLibrary } from './store/seed.ts'
export { visitingFacts, visitingKnown, type VisitingFacts, type VisitingKnown } from './store/facts.ts'
