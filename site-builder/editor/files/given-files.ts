/// <reference lib="dom" />
/** Files that come with a drop or a paste. Pure. */

/** A picture that was copied somewhere comes under a name that says nothing. */
export function filesIn(data: DataTransfer | null): readonly File[] {
  return [...(data?.files ?? [])]
}

/** Whether what is dragged here has files; their names are not told before they are let go. */
export function bringsFiles(data: DataTransfer | null): boolean {
  return data?.types.includes('Files') ?? false
}
