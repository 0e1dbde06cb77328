// The closed lists of roles. A name that is not in them gives nothing, whoever issued it.

/** Roles of the whole nation, given by the identity provider in `realm_access.roles`. */
export const globalRoles = [
  'reader',
  'reader-verified',
  'staff',
  'national-editor',
  'national-admin',
  'auditor',
] as const
export type GlobalRole = (typeof globalRoles)[number]

/** Roles at one library, given by the gateway's own memberships. */
export const libraryRoles = ['editor', 'publisher', 'branch-admin'] as const
export type LibraryRole = (typeof libraryRoles)[number]

export function isGlobalRole(name: unknown): name is GlobalRole {
  return globalRoles.some((role) => role === name)
}

export function isLibraryRole(name: unknown): name is LibraryRole {
  return libraryRoles.some((role) => role === name)
}
