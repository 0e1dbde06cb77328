/** The steps of a beginning, in their order. Pure. */

export const steps = ['template', 'name', 'hours', 'contact', 'filings', 'shelves', 'law', 'publish'] as const
export type StartStep = (typeof steps)[number]

/** The step that an address names; null for none. */
export function stepOf(text: string): StartStep | null {
  return steps.find((one) => one === text) ?? null
}

/** Where a step is. */
export function startAt(library: string, step: StartStep | null = null): string {
  return `/console/edit/${library}/start${step === null ? '' : `?step=${step}`}`
}

/** The step behind (1) or before (-1) one; null at either end. */
export function stepFrom(step: StartStep, by: -1 | 1): StartStep | null {
  return steps[steps.indexOf(step) + by] ?? null
}

/** Where somebody goes on who names no step: where they were; never past the template while there is no site. */
export function resumed(kept: StartStep | null, hasSite: boolean): StartStep {
  if (!hasSite) return 'template'
  return kept === null || kept === 'template' ? 'name' : kept
}
