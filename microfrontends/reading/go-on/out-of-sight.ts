/** Waits until an empty place may grow without moving what a reader sees: below the screen, or above it where browsers hold on. */

export function whenOutOfSight(element: HTMLElement, run: () => void): () => void {
  const observer = new IntersectionObserver((entries) => {
    const place = entries.at(-1)
    if (!place || place.isIntersecting) return
    const isBelow = place.boundingClientRect.top >= (place.rootBounds?.bottom ?? window.innerHeight)
    // Safari moves the page when something above the screen grows.
    if (!isBelow && !CSS.supports('overflow-anchor', 'auto')) return
    observer.disconnect()
    run()
  })
  observer.observe(element)
  return () => observer.disconnect()
}
