/** Who is at work, and where they may do what. */
import type { StaffData } from '../operations.generated.ts'

export type Staff = NonNullable<StaffData['staff']>

/** What is shown to whoever may do one of these; null: to everybody at work. */
export interface Guarded {
  readonly actions: readonly string[] | null
}

/** Whether they have anything to do here at all. */
export const isAtWork = ({ roles, libraries }: Staff): boolean => roles.length > 0 || libraries.length > 0

/** What they may do at a library; null: at every one. */
export function actionsAt({ actions, libraries }: Staff, library: string | null): readonly string[] {
  return libraries.find((each) => each.library === library)?.actions ?? actions
}

export function may(staff: Staff, action: string, library: string | null): boolean {
  return actionsAt(staff, library).includes(action)
}

/** Whether a section is shown to them at a library; null: of all libraries. */
export function opens({ actions }: Guarded, staff: Staff, library: string | null): boolean {
  return actions === null || actions.some((action) => may(staff, action, library))
}

/** Whether a section is shown to them anywhere. */
export function opensSomewhere(section: Guarded, staff: Staff): boolean {
  return opens(section, staff, null) || staff.libraries.some(({ library }) => opens(section, staff, library))
}

/** The library that is meant where the address names none: the only one at which they may; else null. */
export function onlyLibrary(section: Guarded, staff: Staff): string | null {
  if (opens(section, staff, null)) return null
  const [first, second] = staff.libraries.filter(({ library }) => opens(section, staff, library))
  return first !== undefined && second === undefined ? first.library : null
}
