// Shapes of which the details of a kind are made, and what kinds read of a record.
import type { DateRole } from '@shuxiang/vocabulary'
import { z } from 'zod'
import { bounds } from './bounds.ts'
import { recordContent, text, type RecordContent } from './kernel.ts'

/** A text of some characters or more, up to a bound. */
export const textOf = text
/** One line, such as a name or a measure in words. */
export const line = text(bounds.name)
/** An address on the web. */
export const webAddress = recordContent.shape.source.shape.url
/** BCP 47 with the script. */
export const language = recordContent.shape.language
/** Seconds; a month at most. */
export const duration = z.int().min(1).max(2_678_400)

/** What is known of some facts: those that are neither undefined nor null. */
export function known<T>(facts: Readonly<Record<string, T | null | undefined>>): Record<string, T> {
  const there: Record<string, T> = {}
  for (const [name, fact] of Object.entries(facts))
    if (fact !== undefined && fact !== null) there[name] = fact
  return there
}

/** The first date of a role, as EDTF. */
export function dateOf({ dates }: Pick<RecordContent, 'dates'>, role: DateRole): string | undefined {
  return dates.find((date) => date.role === role)?.edtf
}

/** Its place in what it is a part of. */
export function positionIn({ relations }: Pick<RecordContent, 'relations'>): number | undefined {
  return relations.find(({ role, position }) => role === 'partOf' && position !== undefined)?.position
}
