// Content that a write refuses.
import type { z } from 'zod'

/** A description that does not fit the model; the message names the record, the field and what is wrong. */
export class RecordRefused extends Error {
  override readonly name = 'RecordRefused'

  static of(what: string, error: z.ZodError): RecordRefused {
    const first = error.issues[0]
    return new RecordRefused(
      `${what.slice(0, 60)}: ${first?.path.join('.') ?? ''} ${first?.message ?? 'is not valid'}; correct the source or its reader.`,
    )
  }
}
