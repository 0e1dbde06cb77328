/** A catalogued operation as blocks know it: its name and the shape of its answer. `operations.generated.ts` has them. */

/** Shape of a value in an answer, as the schema and the selection say it. */
export type Shape =
  | 'text'
  | 'whole'
  | 'number'
  | 'truth'
  /** A name of an enumeration; also one that came with a later version or with a kind of a province's own. */
  | 'name'
  | { readonly list: Shape }
  /** The value or null. */
  | { readonly maybe: Shape }
  /** An object with these fields; others are not looked at. */
  | { readonly fields: { readonly [name: string]: Shape } }

export interface Operation<Data, Variables> {
  readonly name: string
  readonly answer: Shape
  /** Only for the type checker. */
  readonly types?: (variables: Variables) => Data
}
