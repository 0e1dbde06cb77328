/** Tells when an element comes near the screen, once: one observer for all of them. */

/** Two screens of a phone. */
const MARGIN = '1600px'
const waiting = new WeakMap<Element, () => void>()
let observer: IntersectionObserver | undefined

/** Gives back the way to wait no longer. */
export function whenNear(element: Element, run: () => void): () => void {
  observer ??= new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) if (isIntersecting) reached(target)
    },
    { rootMargin: MARGIN },
  )
  waiting.set(element, run)
  observer.observe(element)
  return () => observer?.unobserve(element)
}

function reached(element: Element): void {
  observer?.unobserve(element)
  waiting.get(element)?.()
  waiting.delete(element)
}
