/** What a page needs of the content policy: its own policy, and that of every extension which may stand on it. */
import type { SlotName } from '@shuxiang/sdk/contract'
import { policyNeeds, type PagePolicy } from '@shuxiang/sdk/page-policy'
import { possibleExtensions } from '../extensions/installed.ts'
import type { Plan } from '../releases/live-plan.ts'

export interface DeclaredPage {
  readonly policy: PagePolicy
  readonly slots: readonly SlotName[]
  /** Set where the runtime, and not the address, knows whose page it turns out to be. */
  readonly signIn?: 'either'
}

/** A page without content of its own, such as an error. */
export const PLAIN_PAGE: DeclaredPage = { policy: {}, slots: [] }

/**
 * By slot and not by what is shown: the head of some pages leaves before anybody knows which kind of record it is
 * about, and a page must not ask for another policy when the reader goes on to the next record.
 */
export function needsOf(plan: Pick<Plan, 'releases'>, { policy, slots }: DeclaredPage): string[] {
  return policyNeeds([policy, ...possibleExtensions(plan, slots).map(({ declared }) => declared.policy)])
}
