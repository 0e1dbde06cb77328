/** Door of the contracts between the shell and microfrontends: pages, what is added to pages of others, documents beside a page. */
export * from './portal-contract.ts'
export type * from './document-contract.ts'
export type * from './extension-contract.ts'
export type * from './placed-slot.ts'
export type {
  HitSlotContext,
  OfferSlotContext,
  RecordSlotContext,
  ResultsActionsContext,
  ResultsSlotContext,
  PageSlotContext,
  SlotContexts,
  SlotName,
} from './slots.ts'
