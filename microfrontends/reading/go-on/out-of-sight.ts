/**
 * Waits until an empty place may grow without moving what a reader sees: below the screen, or above it where browsers hold
 * on to what is read. A place that no scrolling brings off the screen, on a short page, grows at once.
 */
export function whenOutOfSight(element: HTMLElement, run: () => void): () => void {
  // Safari moves the page when something above the screen grows.
  const mayBeAbove = CSS.supports('overflow-anchor', 'auto')
  const observer = new IntersectionObserver((entries) => {
    const place = entries.at(-1)
    if (!place) return
    const { top } = place.boundingClientRect
    const { innerHeight, scrollY } = window
    const furthest = document.documentElement.scrollHeight - innerHeight
    const isStuck = top + scrollY < innerHeight && (top + scrollY > furthest || !mayBeAbove)
    if (!isStuck && (place.isIntersecting || (top < innerHeight && !mayBeAbove))) return
    observer.disconnect()
    run()
  })
  // Its section takes no room and clips it: what is clipped away is never said to be on the screen.
  observer.observe(element.closest('section') ?? element)
  return () => observer.disconnect()
}

/**
 * Fills a place above the screen. A browser that brings a reader back goes to so many pixels of the page as it was left, with
 * the place filled: there the page stands again, unless the reader moves already. Else what is read stays where it is.
 */
export function fillAbove(fill: () => void, isMoving: boolean): void {
  const [arrival] = performance.getEntriesByType('navigation')
  const isBack = arrival instanceof PerformanceNavigationTiming && BROUGHT_BACK.has(arrival.type)
  if (!isBack || isMoving) return fill()
  // On the element of the root it would say nothing of the page.
  const { style } = document.body
  style.setProperty('overflow-anchor', 'none')
  fill()
  // The place has its room with the next frame, and what holds on to what is read looks then.
  requestAnimationFrame(() => requestAnimationFrame(() => style.removeProperty('overflow-anchor')))
}
const BROUGHT_BACK: ReadonlySet<string> = new Set(['reload', 'back_forward'])
