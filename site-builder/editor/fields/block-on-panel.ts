/** The block whose fields are open, for a control that depends on the fields beside it. */
import { inject, provide, type InjectionKey, type Ref } from 'vue'
import type { Block } from '@shuxiang/site-model'

const key: InjectionKey<Readonly<Ref<Block | undefined>>> = Symbol('block on the panel')

export function provideBlock(block: Readonly<Ref<Block | undefined>>): void {
  provide(key, block)
}

/** @throws Error outside of the fields of a block; that is a fault of the editor. */
export function useBlockOnPanel(): Readonly<Ref<Block | undefined>> {
  const found = inject(key)
  if (!found) throw new Error('There is no block on the panel.')
  return found
}
