/** Which roles somebody may give at a library: a branch admin is only proposed, so other roles of staff count for it. */
import { may, type Staff } from './staff.ts'

export const rolesToGive = (staff: Staff, library: string) =>
  (['EDITOR', 'PUBLISHER', 'BRANCH_ADMIN'] as const).filter((role) =>
    may(staff, role === 'BRANCH_ADMIN' ? 'admin.propose' : 'member.grant', library),
  )
