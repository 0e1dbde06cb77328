/** In which language the texts of a field are written: that of the desk, unless whoever shows the field says another. */
import { computed, inject, provide, type InjectionKey, type Ref } from 'vue'
import { useDesk } from '../desk/desk-store.ts'
import { quietly } from '../quietly.ts'

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
  // What a site calls a language may be none.
  const script = quietly(() => new Intl.Locale(language).maximize().script)
  return rightToLeft.includes(script ?? '') ? 'rtl' : undefined
}
