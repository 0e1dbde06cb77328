/** The values of a facet as choices of a form. */

/** A value as it was counted. */
export interface FacetValue {
  readonly value: string
  readonly label: string
  readonly count: number
  /** Language of the label when it is not the page's. */
  readonly language?: string | undefined
}

export interface FacetOption extends FacetValue {
  readonly chosen: boolean
}

/**
 * The counted values, each told whether it is chosen. A chosen value that is no longer among the counted ones comes
 * last with 0: it could not be taken away otherwise. `labelOf` names those.
 */
export function facetChoices(
  counted: readonly FacetValue[],
  chosen: readonly string[],
  labelOf: (value: string) => string = (value) => value,
): readonly FacetOption[] {
  const absent = chosen.filter((value) => !counted.some((one) => one.value === value))
  return [
    ...counted.map((one) => ({ ...one, chosen: chosen.includes(one.value) })),
    ...absent.map((value) => ({ value, label: labelOf(value), count: 0, chosen: true })),
  ]
}
