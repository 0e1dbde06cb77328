/** Which of the sizes of a picture is shown. Pure. */

interface Variant {
  readonly width: number
  readonly url: string
}

/** Address of the smallest that is as wide, else of the widest; null where there is none. */
export function variantOf(variants: readonly Variant[] | undefined, width: number): string | null {
  const known = (variants ?? []).toSorted((one, other) => one.width - other.width)
  return (known.find((one) => one.width >= width) ?? known.at(-1))?.url ?? null
}
