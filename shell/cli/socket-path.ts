// Where a Unix socket of the product lives.
import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The kernel takes 107 bytes for a socket's path; a deep data folder gets a short private one instead. */
const LONGEST = 100

export function socketPath(dataDir: string, name: string): string {
  const near = join(dataDir, 'run', `${name}.sock`)
  if (Buffer.byteLength(near) <= LONGEST) return privateFolder(join(dataDir, 'run')) && near
  const short = join(tmpdir(), `shuxiang-${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}`)
  return privateFolder(short) && join(short, `${name}.sock`)
}

function privateFolder(folder: string): true {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
  return true
}
