/** What is live for one kind of page: pages for staff and pages for readers are never one document. */
import type { Release } from '@shuxiang/vite/release'
import type { Plan } from './live-plan.ts'
import { onceFor } from './once-for.ts'

/**
 * The plan with the releases whose pages take this sign-in. A page goes on without a load to no others (`isInside` of
 * the runtime), so it names none of their modules: the console's are most of all.
 */
export function planOfSignIn(plan: Plan, signIn: Release['signIn']): Plan {
  return split(plan)[signIn]
}

const split = onceFor((plan: Plan): Readonly<Record<Release['signIn'], Plan>> => {
  const only = (signIn: Release['signIn']): Plan => ({
    ...plan,
    releases: plan.releases.filter(({ release }) => release.signIn === signIn),
  })
  return { reader: only('reader'), staff: only('staff') }
})
