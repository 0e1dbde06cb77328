// Door for whoever asks who has which role at which library, and for demonstrations. Loads no GraphQL.
export { hasStaff, membershipsOf } from './store/in-effect.ts'
export { seedMemberships, type SeededMembership } from './store/seed.ts'
