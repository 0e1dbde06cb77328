// What the store keeps is sealed with a key that is not in the store: a file beside it, which only its owner reads.
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { chmod, link, mkdir, open, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Everything has its use named: what was sealed for one is no use for another. */
export type SealUse =
  'device' | 'enrolment' | 'form' | 'password-proved' | 'failures' | 'activation' | 'guardian' | 'demo'

export interface Sealing {
  seal(use: SealUse, text: string): string
  /** null for what was not sealed here, or for another use. */
  open(use: SealUse, sealed: string): string | null
  /** A keyed digest, the same for the same text. */
  mac(use: SealUse, text: string): string
}

/** The file cannot be used; the message says what to do. */
export class BadSealKey extends Error {
  override readonly name = 'BadSealKey'
}

const keyBytes = 32
const nonceBytes = 12
const tagBytes = 16

export function createSealing(key: Buffer): Sealing {
  const derived = new Map<string, Buffer>()
  const keyFor = (purpose: string): Buffer => {
    const known = derived.get(purpose)
    if (known) return known
    const fresh = Buffer.from(
      hkdfSync('sha256', key, Buffer.alloc(0), `shuxiang identity ${purpose}`, keyBytes),
    )
    derived.set(purpose, fresh)
    return fresh
  }
  return {
    seal(use, text) {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv('aes-256-gcm', keyFor(`seal ${use}`), nonce)
      return Buffer.concat([
        nonce,
        cipher.update(text, 'utf8'),
        cipher.final(),
        cipher.getAuthTag(),
      ]).toString('base64url')
    },
    open(use, sealed) {
      const bytes = Buffer.from(sealed, 'base64url')
      if (bytes.length < nonceBytes + tagBytes) return null
      const decipher = createDecipheriv('aes-256-gcm', keyFor(`seal ${use}`), bytes.subarray(0, nonceBytes))
      decipher.setAuthTag(bytes.subarray(-tagBytes))
      try {
        return (
          decipher.update(bytes.subarray(nonceBytes, -tagBytes), undefined, 'utf8') + decipher.final('utf8')
        )
      } catch {
        return null
      }
    },
    mac: (use, text) =>
      createHmac('sha256', keyFor(`mac ${use}`))
        .update(text)
        .digest('base64url'),
  }
}

/** The sealing of an installation; its key is made at the first start. @throws BadSealKey */
export async function openSealing(folder: string): Promise<Sealing> {
  const path = join(folder, keyFile)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await makeKey(path)
  return readSealing(path)
}

/** The sealing that the identity process has opened before; a key of one's own would seal what nobody can open. @throws BadSealKey */
export async function openKeptSealing(folder: string): Promise<Sealing> {
  const path = join(folder, keyFile)
  if (await isThere(path)) return readSealing(path)
  throw new BadSealKey(
    `${path} is not there: start the identity process once, or copy the file from the machine where it runs.`,
  )
}

const keyFile = 'seal.key'

async function readSealing(path: string): Promise<Sealing> {
  const [{ mode }, key] = await Promise.all([stat(path), readFile(path)])
  if (process.platform !== 'win32' && (mode & 0o077) !== 0)
    throw new BadSealKey(`${path} can be read by others: run chmod 600 on it, and start again.`)
  if (key.length !== keyBytes)
    throw new BadSealKey(
      `${path} is no key of ${keyBytes} bytes: put the file back from the backup. Without it, devices for one-time codes must be enrolled anew.`,
    )
  return createSealing(key)
}

/** Whole or not at all, and never over one that is there: two processes may start at once. */
async function makeKey(path: string): Promise<void> {
  if (await isThere(path)) return
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  const file = await open(draft, 'wx', 0o600)
  try {
    await file.writeFile(randomBytes(keyBytes))
    await file.sync()
    await chmod(draft, 0o600)
    await link(draft, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  } finally {
    await file.close()
    await rm(draft)
  }
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
