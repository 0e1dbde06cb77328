/** The library that begins, for its steps. */
import { inject, provide, type InjectionKey, type Ref } from 'vue'
import type { SiteToEdit } from '../desk/site-context.ts'
import type { StartLibraryData, StartVisitingData } from '../operations.generated.ts'
import type { Pressed } from '../pressed.ts'
import type { Kept } from './kept.ts'
import type { StartStep } from './steps.ts'

export type FoundLibrary = NonNullable<StartLibraryData['library']>
/** With the code by which its pages are addressed. */
export type StartLibrary = FoundLibrary & { readonly code: string }
export type Visiting = NonNullable<StartVisitingData['visitingDesk']>

export interface Start {
  readonly library: Readonly<Ref<StartLibrary>>
  /** Null before it is made. */
  readonly site: Readonly<Ref<SiteToEdit | null>>
  /** What visitors are told; null where who is here may not change it. */
  readonly visiting: Readonly<Ref<Visiting | null>>
  readonly step: Readonly<Ref<StartStep>>
  readonly kept: Kept
  /** What was pressed when a fresh code was wanted, by step. */
  readonly pressed: Pressed
  /** Somebody came to the step from another one: its heading takes the focus. */
  readonly moved: Readonly<Ref<boolean>>
  /** To the step behind (1) or before (-1). */
  go(by: -1 | 1): void
  /** Asks for all of it once more, after something was stored. */
  refresh(): Promise<void>
}

const key: InjectionKey<Start> = Symbol('beginning of a site')

export function provideStart(start: Start): void {
  provide(key, start)
}

/** @throws Error outside of the beginning; that is a fault of the editor. */
export function useStart(): Start {
  const found = inject(key)
  if (!found) throw new Error('There is no beginning here.')
  return found
}
