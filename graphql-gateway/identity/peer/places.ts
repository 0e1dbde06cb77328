// Where the parts of a real Keycloak are kept between runs.
import { join } from 'node:path'

/** `KEYCLOAK_DIR`, or a folder below what the build makes. */
export function peerFolder(environment: NodeJS.ProcessEnv): string {
  return environment['KEYCLOAK_DIR'] ?? join(environment['BUILD_DIR'] ?? '.build', 'peer')
}
