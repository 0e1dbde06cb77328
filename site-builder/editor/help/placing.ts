/** Where a card stands that points at something: beside it, inside of the window, and never over it. Pure. */

export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}
type Size = Pick<Box, 'width' | 'height'>

/** Pixels between the card and what it points at, and to the edge of the window. */
const gap = 12
const edge = 8

/** The card below, above, behind or before what it points at; where it fits nowhere, where it covers least of it. */
export function placed(target: Box, card: Size, view: Size): Pick<Box, 'left' | 'top'> {
  const within = (left: number, top: number): Pick<Box, 'left' | 'top'> => ({
    left: Math.max(edge, Math.min(left, view.width - card.width - edge)),
    top: Math.max(edge, Math.min(top, view.height - card.height - edge)),
  })
  const right = target.left + target.width
  const bottom = target.top + target.height
  const [first, ...others] = [
    within(target.left, bottom + gap),
    within(target.left, target.top - card.height - gap),
    within(right + gap, target.top),
    within(target.left - card.width - gap, target.top),
    within(view.width, view.height),
    within(0, view.height),
  ] as const
  return others.reduce<Pick<Box, 'left' | 'top'>>(
    (best, one) =>
      covered({ ...one, ...card }, target) < covered({ ...best, ...card }, target) ? one : best,
    first,
  )
}

/** Area that two boxes share. */
export function covered(one: Box, other: Box): number {
  const wide = Math.min(one.left + one.width, other.left + other.width) - Math.max(one.left, other.left)
  const high = Math.min(one.top + one.height, other.top + other.height) - Math.max(one.top, other.top)
  return Math.max(0, wide) * Math.max(0, high)
}
