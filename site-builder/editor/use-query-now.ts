/** An answer of now: what was answered a moment ago is shown, and asked for once more. */
import { useQuery } from '@shuxiang/sdk'
import { toValue, watch } from 'vue'

/** As `useQuery`, for what may have been changed since it was asked last, such as by the dialog that was just closed. */
export const useQueryNow: typeof useQuery = (operation, variables) => {
  const query = useQuery(operation, variables)
  // What was not kept is on its way already; that of other variables, too, as `useQuery` follows them first.
  watch(
    () => JSON.stringify(toValue(variables)),
    () => {
      if (!query.loading.value) void query.retry()
    },
    { immediate: true },
  )
  return query
}
