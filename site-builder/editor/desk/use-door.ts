/** Whether who is here may work: signed in as staff, with a one-time code. The gateway decides; this only shows and hides. */
import { computed, type ComputedRef } from 'vue'
import { useSession } from '@shuxiang/sdk'

/** `ended`: the sign-in has ended while the desk was open. */
export type Door = 'open' | 'opening' | 'sign-in' | 'code' | 'no-staff'

export function useDoor(): ComputedRef<Door> {
  const session = useSession()
  return computed(() => {
    const { status, level, staff } = session.value
    if (status === 'unknown') return 'opening'
    if (status === 'anonymous') return 'sign-in'
    if (!staff) return 'no-staff'
    return level === 2 ? 'open' : 'code'
  })
}
