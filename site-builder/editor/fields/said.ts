/** Which pictures of a list something is said of: each line that shows one tells its list. */
import { inject, provide, reactive, type InjectionKey } from 'vue'

type Said = Map<string, boolean>
const key: InjectionKey<Said> = Symbol('said of the pictures of a list')

/** By the id of the asset; one whose line has no answer yet is not there. */
export function provideSaid(): Said {
  const said = reactive<Said>(new Map())
  provide(key, said)
  return said
}

/** Null outside of a list. */
export const useSaid = (): Said | null => inject(key, null)
