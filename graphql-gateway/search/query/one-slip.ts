/** What a misspelt beginning may have been. */

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz']

/** All that differs from some letters by one: another, one more, one less, two neighbours in the other order. */
export function oneSlipFrom(letters: string): ReadonlySet<string> {
  const found = new Set<string>()
  for (let at = 0; at <= letters.length; at++) {
    const [head, tail] = [letters.slice(0, at), letters.slice(at)]
    for (const letter of LETTERS) {
      found.add(head + letter + tail)
      if (tail !== '') found.add(head + letter + tail.slice(1))
    }
    if (tail !== '') found.add(head + tail.slice(1))
    if (tail.length > 1) found.add(head + tail.charAt(1) + tail.charAt(0) + tail.slice(2))
  }
  found.delete(letters)
  return found
}
