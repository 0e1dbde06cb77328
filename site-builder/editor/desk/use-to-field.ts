/** To a field of a page or a block, in the language that is meant. */
import { nextTick, type Ref } from 'vue'
import type { InterfaceLanguage } from '@shuxiang/vocabulary'
import { useDesk } from './desk-store.ts'

export interface FieldPlace {
  /** Null: of the page itself. */
  readonly block: string | null
  /** Name of the field; what of it is meant may follow, such as `title.en` or `items.2.to`. */
  readonly field: string
  /** BCP 47; left out, the field may name it. */
  readonly language?: string
}

/** `root`: the desk. `languages`: those that the page is written in. */
export function useToField(
  root: Readonly<Ref<HTMLElement | null>>,
  languages: () => readonly InterfaceLanguage[],
): (place: FieldPlace) => Promise<void> {
  const desk = useDesk()
  return async ({ block, field, language }) => {
    const [name = '', ...rest] = field.split('.')
    const meant = languages().find((one) => one === language || rest.includes(one))
    if (meant !== undefined) desk.language = meant
    desk.choose(block, 'fields')
    // The fields of another block are drawn, then those that are loaded later.
    await nextTick()
    await nextTick()
    const own = block === null ? (name === 'title' ? 'page-title' : 'page-about') : `f-${block}-${name}`
    const found =
      document.getElementById(own) ?? root.value?.querySelector<HTMLElement>(`[id^="${CSS.escape(own)}"]`)
    ;(found ?? root.value?.querySelector<HTMLElement>('.right'))?.focus()
  }
}
