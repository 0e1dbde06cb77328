/** What the live releases offer for pages of blocks. */
import type { Locale } from '@shuxiang/sdk/contract'
import type { Plan } from '../releases/live-plan.ts'
import { onceFor } from '../releases/once-for.ts'
import { installedExtensions } from './installed.ts'

/** Where pages of blocks are. */
export type OfferedOn = 'portal' | 'branch'

export interface InstalledOffer {
  /** As pages name it: `<microfrontend>/<name>`. */
  readonly offer: string
  readonly label: Readonly<Record<Locale, string>>
  /** What it is good for, for who chooses. */
  readonly about: Readonly<Record<Locale, string>>
  readonly on: readonly OfferedOn[]
}

/** All of them, in the order of their names. */
export const installedOffers = onceFor((plan: Pick<Plan, 'releases'>): readonly InstalledOffer[] =>
  installedExtensions(plan)
    .flatMap(({ offer, declared }): InstalledOffer[] => {
      if (offer === null || declared.offer === null) return []
      const { label, about, on } = declared.offer
      return [{ offer, label, about, on }]
    })
    .sort((a, b) => (a.offer < b.offer ? -1 : 1)),
)

/** Whether a page of blocks there may hold it. */
export function isOffered(plan: Pick<Plan, 'releases'>, offer: string, on: OfferedOn): boolean {
  return installedOffers(plan).some((one) => one.offer === offer && one.on.includes(on))
}
