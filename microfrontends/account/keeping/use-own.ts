/** Where this reader's own things are, for components. */
import { useSession } from '@shuxiang/sdk'
import { onMounted, shallowRef, watch, type ShallowRef } from 'vue'

/**
 * On the device for guests, in the account for whoever has signed in; each is made anew for another reader. Null until
 * it is known who reads: a server does not know, nor what a device keeps.
 */
export function useOwn<Device, Account>(makers: {
  readonly device: () => Device
  readonly account: () => Account
}): Readonly<ShallowRef<Device | Account | null>> {
  const session = useSession()
  const own = shallowRef<Device | Account | null>(null)
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
        own.value = status === 'unknown' ? null : status === 'anonymous' ? makers.device() : makers.account()
      },
      { immediate: true },
    )
  })
  return own
}
