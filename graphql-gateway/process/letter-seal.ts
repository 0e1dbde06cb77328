// A seal by which the gateway knows that a letter to a library came through the shell's form, where writing too often is noticed.
import { createHmac, timingSafeEqual } from 'node:crypto'

const sealOf = (secret: string, library: string, key: string): string =>
  createHmac('sha256', secret)
    .update(JSON.stringify(['letter', library, key]))
    .digest('hex')
    .slice(0, 24)

/** `key` with its seal: 25 characters more. */
export function sealed(secret: string, library: string, key: string): string {
  return `${key}-${sealOf(secret, library, key)}`
}

/** Whether a key carries the seal of this library. */
export function isSealed(secret: string, library: string, key: string): boolean {
  const [, own = '', seal = ''] = /^(.{1,60})-([0-9a-f]{24})$/.exec(key) ?? []
  return seal !== '' && timingSafeEqual(Buffer.from(seal), Buffer.from(sealOf(secret, library, own)))
}
