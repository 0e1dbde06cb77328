// A page that every portal begins with.

export interface FirstPage {
  /** The builder document as JSON. */
  readonly document: string
  /** SHA-256 in hexadecimals of each document that a release has begun with. */
  readonly made: readonly string[]
}
