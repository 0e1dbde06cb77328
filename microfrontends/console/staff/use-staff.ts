/** Who is at work here, for the frame. */
import { computed, type ComputedRef } from 'vue'
import { useQuery, useSession } from '@shuxiang/sdk'
import { Staff as StaffQuery } from '../operations.generated.ts'
import { isAtWork, type Staff } from './staff.ts'

/**
 * What stands between a visitor and the work: nothing (`open`), that it is not known yet, signing in, signing in once more
 * with work half done, a one-time code, an account that is not of the staff or has no role now, or no answer.
 */
export type Door = 'open' | 'opening' | 'sign-in' | 'ended' | 'code' | 'no-staff' | 'no-role' | 'trouble'

export interface AtWork {
  /** The newest answer; stays when the sign-in ends. */
  readonly staff: ComputedRef<Staff | null>
  readonly door: ComputedRef<Door>
  retry(): void
}

export function useStaff(): AtWork {
  const session = useSession()
  const { data, errors, failure, loading, retry } = useQuery(StaffQuery, () =>
    session.value.status === 'signed-in' && session.value.level === 2 ? {} : null,
  )
  const staff = computed(() => data.value?.staff ?? null)
  const door = computed((): Door => {
    const { status, level, staff: ofStaff } = session.value
    if (status === 'unknown') return 'opening'
    if (status === 'anonymous') return staff.value ? 'ended' : 'sign-in'
    if (level !== 2) return ofStaff ? 'code' : 'no-staff'
    if (staff.value) return isAtWork(staff.value) ? 'open' : ofStaff ? 'no-role' : 'no-staff'
    if (errors.value.some(({ code }) => code === 'UNAUTHENTICATED')) return 'sign-in'
    if (data.value && errors.value.length === 0) return 'no-staff'
    return loading.value || (!failure.value && errors.value.length === 0) ? 'opening' : 'trouble'
  })
  return { staff, door, retry: () => void retry() }
}
