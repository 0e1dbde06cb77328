// Roles as the graph calls them.
import type { LibraryRole } from '@shuxiang/permissions'
import type { GrantedRole, LibraryRole as GraphRole } from '../schema/types.generated.ts'

export const roleNames: Readonly<Record<LibraryRole, GraphRole>> = {
  editor: 'EDITOR',
  publisher: 'PUBLISHER',
  'branch-admin': 'BRANCH_ADMIN',
}

export const grantedRoles: Readonly<Record<GrantedRole, LibraryRole>> = {
  EDITOR: 'editor',
  PUBLISHER: 'publisher',
}

export const libraryRoles: Readonly<Record<GraphRole, LibraryRole>> = {
  ...grantedRoles,
  BRANCH_ADMIN: 'branch-admin',
}
