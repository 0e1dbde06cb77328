// What other subgraphs know of a library whose site is judged.

export interface LibraryFacts {
  /** Somebody has a role at the library. */
  readonly staff: boolean
  /** Hours of at least one place are filled in. */
  readonly hours: boolean
  /** A telephone number, an e-mail or an address is filled in. */
  readonly contact: boolean
}
