/** Questions of a block: a catalogued operation with its variables, both typed. */
import type { Json } from '@shuxiang/site-model'
import { fits } from './fits.ts'
import type { Operation } from './operation.ts'

/** A question; its answer comes back as `Data`, or null when there is none that fits. */
export interface Ask<Data> {
  readonly operation: string
  readonly variables: { readonly [name: string]: Json }
  /** The answer when it is what was promised. */
  readonly checked: (answer: unknown) => Data | null
}

/** What a block asks, by the names that it gives the answers. A list gives a list of answers in its order. */
export interface Asks {
  readonly [name: string]: Ask<unknown> | readonly Ask<unknown>[] | undefined
}

/** Answers by the same names. */
export type AnswersTo<Q> = {
  readonly [Name in keyof Q]: NonNullable<Q[Name]> extends Ask<infer Data>
    ? Data | null
    : NonNullable<Q[Name]> extends readonly Ask<infer Data>[]
      ? readonly (Data | null)[]
      : never
}

const isJson = (value: unknown): value is Json =>
  value === null ||
  typeof value === 'string' ||
  typeof value === 'boolean' ||
  Number.isFinite(value) ||
  (Array.isArray(value) && value.every(isJson)) ||
  (typeof value === 'object' && !Array.isArray(value) && Object.values(value).every(isJson))

/** Asks an operation. Variables that are undefined are left out. */
export function ask<Data, Variables extends object>(
  operation: Operation<Data, Variables>,
  variables: Variables,
): Ask<Data> {
  const given: { [name: string]: Json } = {}
  for (const [name, value] of Object.entries(variables)) if (isJson(value)) given[name] = value
  return {
    operation: operation.name,
    variables: given,
    checked: (answer) => (fits(operation, answer) ? answer : null),
  }
}
