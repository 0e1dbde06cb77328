// Where the parts of a real Keycloak are kept between runs.
import { join, resolve } from 'node:path'

/** `KEYCLOAK_DIR`, or a folder below what the build makes; absolute, for Maven works in a folder of its own. */
export function peerFolder(environment: NodeJS.ProcessEnv): string {
  return resolve(environment['KEYCLOAK_DIR'] ?? join(environment['BUILD_DIR'] ?? '.build', 'peer'))
}
