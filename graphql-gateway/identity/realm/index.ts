// Door of the realm: the file, read and checked.
export { isExactAddress, signedOutAddresses } from './client-schema.ts'
export { managesAccounts, permissionsOf, rolesGivenBy, standardRoles } from './permissions.ts'
export { admits, profileOf, type ProfileAttribute } from './profile.ts'
export { BadRealm, parseRealm, readRealm, realmContent, realmFile } from './read.ts'
export type { Realm, RealmClient, RealmScope } from './schema.ts'
