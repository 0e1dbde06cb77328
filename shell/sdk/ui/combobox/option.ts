/** One of the many that a combobox offers. */
export interface ComboOption {
  /** What is chosen; unique among the options. */
  readonly value: string
  readonly text: string
  /** Says more about it, at the end of its line. */
  readonly note?: string | undefined
  /** Heading under which it stands; none when empty. */
  readonly group?: string | undefined
  /** Language of `text` when it is not the page's. */
  readonly language?: string | undefined
}
