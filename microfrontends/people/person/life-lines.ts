/** Lives as pieces of one line of time. */

export interface Life {
  readonly id: string
  /** EDTF years. */
  readonly born: string | null
  readonly died: string | null
}

/** Per cent of the line. */
export interface LifeLine {
  readonly from: number
  readonly length: number
}

/** A life of which one year is not known is drawn this long, in years. */
const USUAL = 60

/** By id, those of which a year is known; nothing when the first of all has none. */
export function lifeLines(lives: readonly Life[]): ReadonlyMap<string, LifeLine> {
  const spans = lives.flatMap(({ id, born, died }) => {
    const [from, to] = [yearOf(born), yearOf(died)]
    if (from === null && to === null) return []
    return [{ id, from: from ?? (to ?? 0) - USUAL, to: to ?? (from ?? 0) + USUAL }]
  })
  if (spans.length < 2 || spans[0]?.id !== lives[0]?.id) return new Map()
  const first = Math.min(...spans.map(({ from }) => from))
  const whole = Math.max(1, Math.max(...spans.map(({ to }) => to)) - first)
  const percent = (years: number): number => Math.round((1000 * years) / whole) / 10
  return new Map(
    spans.map(({ id, from, to }) => [
      id,
      { from: percent(from - first), length: Math.max(0.5, percent(to - from)) },
    ]),
  )
}

function yearOf(edtf: string | null): number | null {
  const found = /^-?\d{4}/.exec(edtf ?? '')
  return found ? Number(found[0]) : null
}
