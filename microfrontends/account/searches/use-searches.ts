/** Where this reader's searches are kept, for components. */
import { usePortal, useSession } from '@shuxiang/sdk'
import type { ShallowRef } from 'vue'
import { useOwn } from '../keeping/use-own.ts'
import { searchesInAccount } from './account.ts'
import { bringSearches } from './bring.ts'
import { searchesOnDevice } from './device.ts'
import type { Searches } from './saved.ts'
import { keepsSearches } from './stored.ts'

/** What a guest kept is brought into the account of whoever has signed in. */
export function useSearches(): Readonly<ShallowRef<Searches | null>> {
  const portal = usePortal()
  const session = useSession()
  return useOwn<Searches, Searches>({
    device: () => searchesOnDevice(portal, window, () => new Date()),
    account() {
      if (keepsSearches(window)) void bringSearches(portal, window, session.value.reader)
      return searchesInAccount(portal, window)
    },
  })
}
