/** Places of a text at which its other texts read otherwise, numbered for the notes. */
import type { VariantReading } from '../../operations.generated.ts'

/** A place, which several readings may share or overlap. */
export interface Place {
  /** Of its note, from 1. */
  readonly n: number
  /** Number of the paragraph, from 0, and UTF-16 units in it. */
  readonly line: number
  readonly from: number
  readonly to: number
  readonly readings: readonly VariantReading[]
}

/** Readings in the order of the text, gathered to places. */
export function placesOf(readings: readonly VariantReading[]): readonly Place[] {
  const places: Place[] = []
  for (const reading of readings) {
    const last = places.at(-1)
    if (last && last.line === reading.line && reading.from < last.to)
      places[places.length - 1] = {
        ...last,
        to: Math.max(last.to, reading.to),
        readings: [...last.readings, reading],
      }
    else places.push({ n: places.length + 1, ...reading, readings: [reading] })
  }
  return places
}

/** A piece of a text; joined, the pieces give it again. */
export interface Piece {
  readonly text: string
  readonly marked: boolean
  /** Number of the note that begins where the piece ends; null for none. */
  readonly note: number | null
}

/** A part of a paragraph cut at the places in it; `start` is where it begins there. */
export function piecesOf(
  text: string,
  line: number,
  start: number,
  places: readonly Place[],
): readonly Piece[] {
  const pieces: Piece[] = []
  const end = start + text.length
  let at = start
  const add = (to: number, marked: boolean, note: number | null): void => {
    if (to > at) pieces.push({ text: text.slice(at - start, to - start), marked, note })
    at = Math.max(at, to)
  }
  for (const place of places) {
    if (place.line !== line || place.to <= start || place.from >= end) continue
    add(Math.max(place.from, start), false, null)
    add(Math.min(place.to, end), true, place.to <= end ? place.n : null)
  }
  add(end, false, null)
  return pieces
}
