// Door of the registry of cards.
export { accountsOfPeople } from './accounts.ts'
export { accountsOfKeycloak } from './keycloak-accounts.ts'
export { createCards } from './activation.ts'
export type { CardsOptions } from './activation.ts'
export { holderAnswers } from './card.ts'
export type {
  Card,
  CardAccounts,
  CardAnswer,
  CardProof,
  CardRow,
  Cards,
  CardState,
  HolderAnswer,
  HolderQuestion,
  NotOpened,
  RowFault,
  RowOutcome,
} from './card.ts'
export { foldActivation } from './codes.ts'
export { demoCard, seedDemoCard } from './demo.ts'
export type { DemoCard } from './demo.ts'
export { prepareCards } from './documents.ts'
