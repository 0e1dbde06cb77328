// What every part does alike with the variables of its environment. What they mean is each part's own.

/** A setting that cannot be used. The message names the variable and says what to do. */
export class BadConfig extends Error {
  override readonly name = 'BadConfig'
}

/** Empty values count as unset. */
export function withoutEmpty(
  variables: Readonly<Record<string, string | undefined>>,
): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''),
  )
}

/** What a schema found wrong, as zod tells it. */
export interface Faults {
  readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]
}

/** Names the variable and says what to do. */
export function issueSentence({ issues: [issue] }: Faults): string {
  return `${String(issue?.path[0])} cannot be used: ${issue?.message ?? 'unknown'}. Correct it or unset it.`
}
