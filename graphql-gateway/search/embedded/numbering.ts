/** Numbers for texts that many records share: scopes, and the names of dates and of numbers to sort by. */

/** Numbers begin at 0 and have no holes. */
export class Numbering {
  private readonly numbers = new Map<string, number>()

  add(no: number, text: string): void {
    this.numbers.set(text, no)
  }

  numberOf(text: string): number | undefined {
    return this.numbers.get(text)
  }

  /** The number that the next new text gets. */
  get next(): number {
    return this.numbers.size
  }
}
