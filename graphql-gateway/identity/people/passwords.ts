// Passwords as they are kept: scrypt (RFC 7914) with a salt each, and one derivation for whatever is asked.
import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto'

/** How dear one derivation is. `N` is 2 to the power of `ln`. */
export interface PasswordCost {
  readonly ln: number
  readonly r: number
  readonly p: number
}

/** 16 MiB and some tenths of a second: what OWASP's table (2023) asks of scrypt with little memory at a time. */
export const defaultCost: PasswordCost = { ln: 14, r: 8, p: 5 }

/** `scrypt$ln=14,r=8,p=5$<salt>$<key>`, in the manner of PHC strings. */
export type StoredPassword = string

/** Derives a key; counted by tests, which hold every path to one call. */
export type Derive = (
  password: string,
  salt: Buffer,
  length: number,
  options: ScryptOptions,
) => Promise<Buffer>

export interface Passwords {
  store(password: string): Promise<StoredPassword>
  /** Costs the same for `null`, where there is nothing to compare with, and is false then. */
  check(password: string, stored: StoredPassword | null): Promise<boolean>
}

/** Longest password in characters; beyond it nothing is derived from the rest, and none such can be set. */
export const longestPassword = 256
const keyBytes = 32

/** A password typed with another input method is the same password (NIST SP 800-63B, 5.1.1.2: NFKC). */
const folded = (password: string): string => password.normalize('NFKC').slice(0, longestPassword + 1)

export const deriveKey: Derive = (password, salt, length, options) =>
  new Promise((resolve, reject) =>
    scrypt(password, salt, length, options, (error, key) => (error ? reject(error) : resolve(key))),
  )

export function createPasswords(cost: PasswordCost = defaultCost, derive: Derive = deriveKey): Passwords {
  const optionsOf = ({ ln, r, p }: PasswordCost): ScryptOptions => ({
    N: 2 ** ln,
    r,
    p,
    maxmem: 2 * 128 * r * 2 ** ln + 1024 * 1024,
  })
  const nobody = randomBytes(16)
  return {
    async store(password) {
      const salt = randomBytes(16)
      const key = await derive(folded(password), salt, keyBytes, optionsOf(cost))
      return `scrypt$ln=${cost.ln},r=${cost.r},p=${cost.p}$${salt.toString('base64url')}$${key.toString('base64url')}`
    },
    async check(password, stored) {
      const kept = stored === null ? null : parse(stored)
      const key = await derive(
        folded(password),
        kept?.salt ?? nobody,
        keyBytes,
        optionsOf(kept?.cost ?? cost),
      )
      return kept !== null && timingSafeEqual(key, kept.key)
    },
  }
}

/** @throws Error for a text that `store` did not write. */
function parse(stored: StoredPassword): { cost: PasswordCost; salt: Buffer; key: Buffer } {
  const match = /^scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([\w-]+)\$([\w-]+)$/.exec(stored)
  const [, ln, r, p, salt = '', key = ''] = match ?? []
  const keyOf = Buffer.from(key, 'base64url')
  if (!match || keyOf.length !== keyBytes)
    throw new Error('A stored password is not of the form scrypt$ln=,r=,p=$salt$key.')
  return {
    cost: { ln: Number(ln), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt, 'base64url'),
    key: keyOf,
  }
}
