/** That the site on the desk is the one to practise on, for the few parts that are other there. */
import { inject, provide, type InjectionKey, type Ref } from 'vue'
import type { PracticeKeeper } from './keeper.ts'

export interface Practice {
  readonly keeper: PracticeKeeper
  /** Library in whose name it is made: what its blocks ask is answered as for that library. */
  readonly library: string
  /** Milliseconds: when it began; null before it is read. */
  readonly began: Readonly<Ref<number | null>>
  /** As new, at once. */
  startOver(): Promise<void>
}

const key: InjectionKey<Practice> = Symbol('practice')

export function providePractice(practice: Practice): void {
  provide(key, practice)
}

/** Null: it is a site of a library. */
export function usePractice(): Practice | null {
  return inject(key, null)
}
