/** Where this reader's shelf and lists are kept, for components. */
import { usePortal, useSession } from '@shuxiang/sdk'
import type { ShallowRef } from 'vue'
import { inAccount } from './account.ts'
import { keepsSearches } from '../searches/stored.ts'
import { keepsAnything, onDevice } from './device.ts'
import type { Keeping } from './kept.ts'
import { useOwn } from './use-own.ts'

/** What a guest kept is brought into the account of whoever has signed in; `brought` hears how many records. */
export function useKeeping(
  brought: (records: number) => void = () => {},
): Readonly<ShallowRef<Keeping | null>> & { readonly bring: () => Promise<void> } {
  const portal = usePortal()
  const session = useSession()
  const now = (): Date => new Date()

  async function bring(): Promise<void> {
    // Most who sign in bring nothing.
    if (!keepsAnything(window)) return
    const { bringGuest } = await import('./bring.ts')
    const records = await bringGuest(portal, window, now, session.value.reader)
    if (records > 0) brought(records)
  }
  async function bringSearches(): Promise<void> {
    if (keepsSearches(window))
      await (await import('../searches/bring.ts')).bringSearches(portal, window, session.value.reader)
  }
  const keeping = useOwn<Keeping, Keeping>({
    device: () => onDevice(window, now),
    account() {
      bring().catch(() => undefined)
      // Without network they stay on the device until the next time.
      bringSearches().catch(() => undefined)
      return inAccount(portal, window)
    },
  })
  return Object.assign(keeping, { bring })
}
