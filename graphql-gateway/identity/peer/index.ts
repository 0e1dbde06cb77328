// Door: a real Keycloak where this machine has what it needs.
export { keycloakHere, startKeycloak, type Keycloak } from './keycloak.ts'
export { peerFolder } from './places.ts'
