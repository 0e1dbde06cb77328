/** Ready sections that a librarian puts onto a page by one press: the only list of them, in the order of the palette. */
import { childrensCorner, localHistory, newlyAdded, numbers, opening, poetry, story } from './collection.ts'
import { card, complaints, noticesAndEvents, questions, services, visiting } from './coming.ts'
import type { Pattern } from './pattern.ts'

export const patterns: readonly Pattern[] = [
  opening,
  visiting,
  noticesAndEvents,
  newlyAdded,
  services,
  card,
  childrensCorner,
  localHistory,
  story,
  poetry,
  numbers,
  questions,
  complaints,
]

export type { Pattern }
