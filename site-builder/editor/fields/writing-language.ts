/** In which language the texts of a field are written: that of the desk, unless whoever shows the field says another. */
import { computed, inject, provide, type InjectionKey, type Ref } from 'vue'
import { useDesk } from '../desk/desk-store.ts'

const key: InjectionKey<Readonly<Ref<string>>> = Symbol('language that is written')

export function provideWritingLanguage(language: Readonly<Ref<string>>): void {
  provide(key, language)
}

export function useWritingLanguage(): Readonly<Ref<string>> {
  const desk = useDesk()
  return inject(key, null) ?? computed(() => desk.language)
}

const rightToLeft = ['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm']

/** `dir` of a text; undefined where it is written as the interface is. */
export function directionOf(language: string): 'rtl' | undefined {
  try {
    return rightToLeft.includes(new Intl.Locale(language).maximize().script ?? '') ? 'rtl' : undefined
  } catch {
    // What a site calls a language may be none.
    return undefined
  }
}
