/** Where something that a look at a site has found is mended, and who may go there. */
import { consoleAddress } from '../frame/address.ts'
import { may, type Staff } from '../staff/staff.ts'
import { visitingAt } from '../visiting/visiting-address.ts'

export interface Found {
  readonly mendedAt: 'PAGES' | 'VISITING' | 'SETTINGS' | 'MEMBERS' | 'PUBLISHING'
  /** Path of the page; null when it is about the site. */
  readonly page: string | null
  readonly block: string | null
}

/** The editor of a site, at a page and a block of it. */
export function editAt(
  library: string,
  page: string | null = null,
  block: string | null = null,
  field: string | null = null,
): string {
  const at = new URLSearchParams({
    ...(page !== null && { path: page }),
    ...(block !== null && { block }),
    ...(field !== null && { field }),
  })
  return `/console/edit/${library}${at.size > 0 ? `?${at}` : ''}`
}

const parts: Readonly<Record<string, 'hours' | 'contact'>> = {
  NO_OPENING_HOURS: 'hours',
  NO_CONTACT: 'contact',
  NO_COMPLAINTS: 'contact',
}

/** Which action of the table of permissions is asked for at each place. */
const actions: Readonly<Record<Found['mendedAt'], string>> = {
  PAGES: 'page.draft',
  VISITING: 'visiting.manage',
  SETTINGS: 'site.configure',
  MEMBERS: 'member.read',
  PUBLISHING: 'page.publish',
}

/** The address of the very place; null for who may not mend it. */
export function mendAt(library: string, kind: string, found: Found, staff: Staff): string | null {
  if (!may(staff, actions[found.mendedAt], library)) return null
  if (found.mendedAt === 'PAGES') return editAt(library, found.page, found.block)
  if (found.mendedAt === 'VISITING') return visitingAt(library, parts[kind] ?? null)
  if (found.mendedAt === 'SETTINGS') return `${editAt(library)}/start?step=filings`
  return consoleAddress(found.mendedAt === 'MEMBERS' ? 'members' : 'publishing', library)
}
