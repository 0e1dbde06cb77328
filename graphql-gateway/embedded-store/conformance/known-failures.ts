// Spec tests the store does not pass, each with its reason.
export const known: ReadonlyMap<string, string> = new Map()
