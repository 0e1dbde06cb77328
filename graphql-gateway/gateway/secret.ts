// The secret that the gateway and remote subgraphs share.
import { readFile } from 'node:fs/promises'
import { BadConfig } from './config.ts'

/** Bytes that a secret must have: 128 bits, as HMAC-SHA256 needs them. */
const leastBytes = 16

/** Null stands for no secret. Errors: `BadConfig` with a sentence for a file that cannot be read or holds too little. */
export async function readSecret(file: string | null): Promise<Uint8Array | null> {
  if (file === null) return null
  const secret = await readFile(file).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    throw new BadConfig(
      `SUBGRAPH_SECRET_FILE names ${file}, which cannot be read (${code}). Name a file with the shared secret, such as: head -c 32 /dev/urandom > ${file}`,
    )
  })
  if (secret.length < leastBytes)
    throw new BadConfig(
      `SUBGRAPH_SECRET_FILE names ${file}, which holds ${secret.length} bytes. A secret has at least ${leastBytes}.`,
    )
  return secret
}
