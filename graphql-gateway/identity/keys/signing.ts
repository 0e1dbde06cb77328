// Keys that sign tokens: on disk, and rotated by publishing the next one long before it signs.
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createPrivateKey, generateKeyPair, type KeyObject } from 'node:crypto'
import { calculateJwkThumbprint, exportJWK, type JWK } from 'jose'
import { z } from 'zod'
import { BadSecretFile, readSecret, writeSecret } from './files.ts'

/** A key. Times in milliseconds. */
export interface SigningKey {
  readonly kid: string
  readonly jwk: JWK
  readonly key: KeyObject
  /** From when it signs; published before. */
  readonly from: number
}

/** Verifiers keep a key set for up to ten minutes: a key that signs earlier is unknown to them. */
export const publishedBefore = 20 * 60_000
/** A key signs for 90 days. */
export const signsFor = 90 * 24 * 3_600_000
/** A retired key stays published until nothing it signed is valid: the longest session is 30 days. */
export const publishedAfter = 31 * 24 * 3_600_000

const stored = z.array(z.strictObject({ pem: z.string().max(10_000), from: z.number().int() })).max(10)

const generate = promisify(generateKeyPair)

async function made(from: number): Promise<{ pem: string; from: number }> {
  const { privateKey } = await generate('rsa', { modulusLength: 2048 })
  return { pem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), from }
}

async function opened({ pem, from }: { pem: string; from: number }): Promise<SigningKey> {
  const key = createPrivateKey(pem)
  const jwk = await exportJWK(key)
  return { kid: await calculateJwkThumbprint(jwk), jwk, key, from }
}

/**
 * Reads the keys of a folder, makes the first, makes the next when the newest is old, forgets those long retired.
 * @returns the keys, the one that signs first; the rest are published only.
 */
export async function openSigningKeys(folder: string, now: number): Promise<readonly SigningKey[]> {
  const file = join(folder, 'signing-keys.json')
  const before = parse(readSecret(file), file)
  const kept = rotated(before, now)
  if (kept.needsNext) kept.keys.push(await made(kept.keys.length === 0 ? now : now + publishedBefore))
  if (kept.needsNext || kept.keys.length !== before.length)
    writeSecret(file, `${JSON.stringify(kept.keys)}\n`)
  const keys = await Promise.all(kept.keys.map(opened))
  return inOrder(keys, now)
}

/** The signing key first: the newest whose time has come. */
export function inOrder(keys: readonly SigningKey[], now: number): readonly SigningKey[] {
  const signing = keys.filter(({ from }) => from <= now).sort((a, b) => b.from - a.from)[0] ?? keys[0]
  return signing === undefined ? [] : [signing, ...keys.filter((key) => key !== signing)]
}

/** What stays of the keys, and whether the next one is due. */
export function rotated<T extends { readonly from: number }>(
  keys: readonly T[],
  now: number,
): { keys: T[]; needsNext: boolean } {
  const byAge = [...keys].sort((a, b) => a.from - b.from)
  const stays = byAge.filter((_, i) => {
    const next = byAge[i + 1]
    return next === undefined || now < next.from + publishedAfter
  })
  const newest = stays.at(-1)
  return { keys: stays, needsNext: newest === undefined || now >= newest.from + signsFor }
}

function parse(text: string | null, file: string): { pem: string; from: number }[] {
  if (text === null) return []
  try {
    return stored.parse(JSON.parse(text))
  } catch {
    throw new BadSecretFile(`${file} is damaged: restore it, or delete it, which signs everybody out.`)
  }
}
