/** What every control of a field is given, and what it says. Types only. */
import type { Json } from '@shuxiang/site-model'

export interface ControlProps<F> {
  readonly field: F
  /** Undefined: nothing is stored. */
  readonly value: Json | undefined
  /** Of the control in the page. */
  readonly id: string
  /** Sentences. */
  readonly wrong: readonly string[]
}

/**
 * A value below the field: `sub` leads from the field to it, such as a language; undefined takes it away. Equal steps that
 * follow each other are one step back.
 */
export type SetValue = (sub: readonly string[], value: Json | undefined) => void
