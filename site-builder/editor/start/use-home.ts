/** The home page of the site as it is stored, for steps that show it or add to it. */
import { computed } from 'vue'
import { useQuery } from '@shuxiang/sdk'
import { parsePageText, type PageDoc } from '@shuxiang/site-model'
import { EditedPage } from '../operations.generated.ts'
import { useStart } from './start-context.ts'

export function useHome() {
  const { site } = useStart()
  const id = computed(() => site.value?.pages.find(({ path }) => path === '/')?.id ?? null)
  const { data, failure, errors, retry } = useQuery(EditedPage, () =>
    id.value === null ? null : { page: id.value },
  )
  const doc = computed((): PageDoc | null => {
    const parsed = data.value?.editedPage ? parsePageText(data.value.editedPage.document) : null
    return parsed?.ok ? parsed.value : null
  })
  return {
    id,
    /** Null before it is there. */
    doc,
    rev: computed(() => data.value?.editedPage?.rev ?? 0),
    failed: computed(() => failure.value !== null || errors.value.length > 0),
    retry,
  }
}
