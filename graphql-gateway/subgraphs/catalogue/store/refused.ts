// Content that a write refuses.
import type { z } from 'zod'

/** A description that does not fit the model; the message names the record, the field and what is wrong. */
export class RecordRefused extends Error {
  override readonly name = 'RecordRefused'

  /** `problem` is a clause: which field, and what is wrong with it. */
  constructor(what: string, problem: string) {
    super(`${what.slice(0, 60)}: ${problem}; correct the source or its reader.`)
  }

  static of(what: string, error: z.ZodError): RecordRefused {
    const first = error.issues[0]
    return new RecordRefused(what, `${first?.path.join('.') ?? ''} ${first?.message ?? 'is not valid'}`)
  }
}
