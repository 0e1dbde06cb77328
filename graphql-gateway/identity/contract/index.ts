// Door of the contract for suites elsewhere: the people and sites it makes, and answers that may differ.
export { testedBy } from './given.ts'
export { administratorOf, realmWithSecret, testedKeycloak } from './keycloak.ts'
export { expectedOf, type Differing } from './probe.ts'
export { codeOf, type Person } from './sign-in.ts'
export { makePerson, makeSite, type PersonWanted, type Tested } from './tested.ts'
