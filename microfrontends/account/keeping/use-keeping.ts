/** Where this reader's things are kept, for components. */
import { usePortal, useSession } from '@shuxiang/sdk'
import { onMounted, shallowRef, watch, type ShallowRef } from 'vue'
import { inAccount } from './account.ts'
import { bringGuest } from './bring.ts'
import { onDevice } from './device.ts'
import type { Keeping } from './kept.ts'

/**
 * On the device for guests, in the account for whoever has signed in. Null until it is known who reads: a server does
 * not know, nor what a device keeps. What a guest kept is brought into the account; `brought` hears how many records.
 */
export function useKeeping(
  brought: (records: number) => void = () => {},
): Readonly<ShallowRef<Keeping | null>> & { readonly bring: () => Promise<void> } {
  const portal = usePortal()
  const session = useSession()
  const keeping = shallowRef<Keeping | null>(null)
  const now = (): Date => new Date()

  async function bring(): Promise<void> {
    const records = await bringGuest(portal, window, now, session.value.reader)
    if (records > 0) brought(records)
  }
  onMounted(() => {
    watch(
      // Another person at the same device is another account.
      () =>
        JSON.stringify([
          session.value.status,
          session.value.library,
          session.value.name,
          session.value.reader,
        ]),
      () => {
        const { status } = session.value
        if (status === 'unknown') keeping.value = null
        else if (status === 'anonymous') keeping.value = onDevice(window, now)
        else {
          keeping.value = inAccount(portal, window)
          void bring()
        }
      },
      { immediate: true },
    )
  })
  return Object.assign(keeping, { bring })
}
