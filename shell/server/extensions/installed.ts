/** The extensions that the live releases bring, in the order in which they stand in a slot. */
import { belongs, type SlotContexts, type SlotName } from '@shuxiang/sdk/slots'
import type { Release } from '@shuxiang/vite/release'
import type { LiveRelease, Plan } from '../releases/live-plan.ts'
import { onceFor } from '../releases/once-for.ts'

export interface InstalledExtension {
  /** Name of its microfrontend and its place there, such as `reading/0`. */
  readonly key: string
  readonly live: LiveRelease
  /** Its place in `microfrontend.json`. */
  readonly index: number
  readonly declared: Release['extensions'][number]
  /** By what name librarians put it onto pages of blocks, such as `account/shelf`; null: it stands wherever its slot is. */
  readonly offer: string | null
}

/** All of them: by their declared order, equal ones by the name of their microfrontend. */
export const installedExtensions = onceFor(
  ({ releases }: Pick<Plan, 'releases'>): readonly InstalledExtension[] =>
    releases
      .flatMap((live) =>
        live.release.extensions.map((declared, index) => ({
          key: `${live.release.name}/${index}`,
          live,
          index,
          declared,
          offer: declared.offer && `${live.release.name}/${declared.offer.name}`,
        })),
      )
      .sort((a, b) => a.declared.order - b.declared.order || (a.key < b.key ? -1 : 1)),
)

/** Those that may stand on a page with these slots, whatever the page is about. */
export function possibleExtensions(
  plan: Pick<Plan, 'releases'>,
  slots: readonly SlotName[],
): InstalledExtension[] {
  return installedExtensions(plan).filter(({ declared }) => slots.includes(declared.slot))
}

/** Those that belong at a slot with this context. */
export function extensionsAt(
  plan: Pick<Plan, 'releases'>,
  slot: SlotName,
  context: SlotContexts[SlotName],
): InstalledExtension[] {
  return possibleExtensions(plan, [slot]).filter(({ declared: { kinds }, offer }) =>
    belongs({ kinds, offer }, context),
  )
}
