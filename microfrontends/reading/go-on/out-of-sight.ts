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
