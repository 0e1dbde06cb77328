// Files of secrets: made once, readable by their owner only, replaced whole.
import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A file of secrets that cannot be used; the message says what to do. */
export class BadSecretFile extends Error {
  override readonly name = 'BadSecretFile'
}

const fileBound = 200_000

/** Reads a file of secrets. Null when there is none. @throws BadSecretFile when others may read it. */
export function readSecret(file: string): string | null {
  if (!existsSync(file)) return null
  const { mode, size } = statSync(file)
  if (process.platform !== 'win32' && (mode & 0o077) !== 0)
    throw new BadSecretFile(`${file} can be read by others: chmod 600 it, and replace what it holds.`)
  if (size > fileBound) throw new BadSecretFile(`${file} is larger than ${fileBound} bytes.`)
  return readFileSync(file, 'utf8')
}

/** Writes a file of secrets whole, or not at all. */
export function writeSecret(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const part = `${file}.${process.pid}.part`
  writeFileSync(part, text, { mode: 0o600 })
  chmodSync(part, 0o600)
  renameSync(part, file)
}

/** A random secret that is made at the first start and stays: 43 characters of base64url. */
export function keptSecret(folder: string, name: string): string {
  const file = join(folder, name)
  const kept = readSecret(file)?.trim()
  if (kept !== undefined && kept.length >= 32) return kept
  const made = randomBytes(32).toString('base64url')
  writeSecret(file, `${made}\n`)
  return made
}
