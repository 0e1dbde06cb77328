/** The verse that the address points to, where the browser does not mark it by itself: after a navigation without a load. */
import { nextTick, onBeforeUnmount, onMounted, ref, watch, type Ref } from 'vue'

/** Id of the verse, '' for none; `text` changes with the text on the page. Without scripts `:target` does the same. */
export function usePointedVerse(text: () => unknown): Ref<string> {
  const pointed = ref('')
  const read = (): void => {
    const { hash } = window.location
    pointed.value = /^#v[1-9]\d{0,4}$/.test(hash) ? hash.slice(1) : ''
  }
  /** The portal moves the focus to the heading when it has arrived, and then to the top; the verse comes after that. */
  const arrived = ({ target }: FocusEvent): void => {
    if (!(target instanceof Element) || target.tagName !== 'H1') return
    document.removeEventListener('focusin', arrived)
    window.requestAnimationFrame(() => {
      document.getElementById(pointed.value)?.scrollIntoView({ block: 'center' })
    })
  }
  onMounted(() => {
    read()
    window.addEventListener('hashchange', read)
    if (pointed.value !== '') document.addEventListener('focusin', arrived)
  })
  watch(text, () => void nextTick(read))
  onBeforeUnmount(() => {
    window.removeEventListener('hashchange', read)
    document.removeEventListener('focusin', arrived)
  })
  return pointed
}
