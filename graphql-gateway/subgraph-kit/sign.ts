// Signatures between the gateway and a remote subgraph: nobody else may ask a subgraph directly.
import { createHmac, createSecretKey, timingSafeEqual, type KeyObject } from 'node:crypto'
import { tenantHeader } from './tenant.ts'

/**
 * What is signed. `timestamp` in milliseconds since 1970; `nonce` differs for every request. Who asks (`principal`) is in
 * the body, so under the signature and no longer good than it.
 */
export interface SignedParts {
  /** Of `signingKey`. */
  readonly key: KeyObject
  readonly body: string
  readonly requestId: string
  readonly tenant: string | null
  readonly timestamp: number
  readonly nonce: string
}

/** Why a request is refused. */
export type SignatureProblem = 'unsigned' | 'wrong signature' | 'too old' | 'seen before' | 'too many'

/** Milliseconds a signature is good for, before and after the subgraph's own clock. */
export const signatureWindow = 30_000

/** The shared secret, made ready once: doing it for every signature costs four times the signature. */
export function signingKey(secret: Uint8Array): KeyObject {
  return createSecretKey(secret)
}

/** Headers that sign a request: HMAC-SHA256 over time, nonce, request id, tenant and body. */
export function signRequest(parts: SignedParts): Record<string, string> {
  return {
    'x-shuxiang-timestamp': String(Math.round(parts.timestamp)),
    'x-shuxiang-nonce': parts.nonce,
    ...(parts.tenant === null ? {} : { [tenantHeader]: parts.tenant }),
    'x-shuxiang-signature': signatureOf(parts).toString('base64url'),
  }
}

/** A line of JSON holds no line end, so what belongs to it and what to the body is never in doubt. */
function signatureOf({ key, body, requestId, tenant, timestamp, nonce }: SignedParts): Buffer {
  const head = JSON.stringify(['v2', Math.round(timestamp), nonce, requestId, tenant ?? ''])
  return createHmac('sha256', key).update(`${head}\n${body}`).digest()
}

/** Checks signatures and refuses a request that was seen before. */
export interface Verifier {
  /** Null when the request is good; its parts can then be believed. */
  verify(
    headers: Readonly<Record<string, string | string[] | undefined>>,
    body: string,
  ): SignatureProblem | null
}

/** Nonces remembered; only signed requests fill the memory. */
const rememberedNonces = 500_000

/** `now` in milliseconds since 1970. */
export function createVerifier(secret: Uint8Array, now: () => number): Verifier {
  const key = signingKey(secret)
  let current = new Set<string>()
  let previous = new Set<string>()
  let turned = now()
  return {
    verify(headers, body) {
      const timestamp = Number(single(headers['x-shuxiang-timestamp']))
      const nonce = single(headers['x-shuxiang-nonce'])
      const given = single(headers['x-shuxiang-signature'])
      const requestId = single(headers['x-request-id'])
      if (!nonce || !given || nonce.length > 100 || !Number.isSafeInteger(timestamp)) return 'unsigned'
      if (requestId === undefined) return 'unsigned'
      const tenant = single(headers[tenantHeader]) || null
      const expected = signatureOf({ key, body, requestId, tenant, timestamp, nonce })
      const actual = Buffer.from(given, 'base64url')
      if (actual.length !== expected.length || !timingSafeEqual(actual, expected)) return 'wrong signature'
      const time = now()
      if (Math.abs(time - timestamp) > signatureWindow) return 'too old'
      // A signature is good from one window before to one after: two generations of that length cover it.
      if (time - turned > 2 * signatureWindow) {
        previous = time - turned > 4 * signatureWindow ? new Set() : current
        current = new Set()
        turned = time
      }
      if (current.has(nonce) || previous.has(nonce)) return 'seen before'
      if (current.size >= rememberedNonces) return 'too many'
      current.add(nonce)
      return null
    },
  }
}

function single(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}
