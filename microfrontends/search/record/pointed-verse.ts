/** The verse or paragraph that the address points to, where the browser does not mark it by itself: after a navigation without a load. */
import type { Ref } from 'vue'

/** The portal has moved the focus and the scroll by then, milliseconds after the page stands. */
const ARRIVED_WITHIN = 4_000

/** Tells its id. Without scripts `:target` does the same. */
export function followPointedVerse(pointed: Ref<string>): void {
  const { hash } = window.location
  if (!/^#[vp][1-9]\d{0,4}$/.test(hash)) return
  pointed.value = hash.slice(1)
  // From then on the browser marks by itself.
  window.addEventListener('hashchange', () => (pointed.value = ''), { once: true })
  const show = (): void => {
    document.getElementById(pointed.value)?.scrollIntoView({ block: 'center' })
  }
  // The portal moves the focus to the heading when it has arrived, and then to the top; the verse comes after that.
  const isHeading = (element: Element | null): boolean => element?.tagName === 'H1'
  if (isHeading(document.activeElement)) {
    window.requestAnimationFrame(show)
    return
  }
  const arrived = ({ target }: FocusEvent): void => {
    if (!(target instanceof Element) || !isHeading(target)) return
    document.removeEventListener('focusin', arrived)
    window.requestAnimationFrame(show)
  }
  document.addEventListener('focusin', arrived)
  window.setTimeout(() => document.removeEventListener('focusin', arrived), ARRIVED_WITHIN)
}
