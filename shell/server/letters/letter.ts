/** What the forms have in common by which readers write without a script and without a sign-in. */
import { createHmac, randomBytes } from 'node:crypto'
import type { GatewayCall } from '@shuxiang/gateway-client'
import { askingAddress, networkOf } from '@shuxiang/process/asking-address'
import { sealed } from '@shuxiang/process/letter-seal'
import { readBody, sendPlain, type Exchange } from '../http/exchange.ts'
import { isFromHere } from '../http/from-here.ts'

const DEADLINE_MS = 5_000
const secret = randomBytes(32)
/** Milliseconds in which two equal letters from one place are taken for one that was pressed twice. */
const sameWithin = 10 * 60_000

/** What robots are told: like any other, and of no letter. */
export const forRobots = 'RB7K4Q'

/** Only a robot fills in what nobody sees. */
export const isOfRobot = (form: URLSearchParams): boolean => Boolean(form.get('website'))

/** The reference that is told after sending; null where the address has none. */
export function sentReference({ searchParams }: URL): string | null {
  const sent = searchParams.get('sent') ?? ''
  return /^[2-9A-HJ-NP-Z]{6}$/.test(sent) ? sent : null
}

export interface FormBounds {
  /** Origin of the pages on which it is written. */
  readonly origin: string
  /** Bytes. */
  readonly largest: number
  /** Said to whoever sends it from elsewhere, and of one that is too large. */
  readonly elsewhere: string
  readonly tooLong: string
}

/** A form as it was sent; null: it was refused, and the answer has gone. */
export async function sentForm(
  exchange: Exchange,
  { origin, largest, elsewhere, tooLong }: FormBounds,
): Promise<URLSearchParams | null> {
  const { request } = exchange
  if (!isFromHere(request.headers, origin)) {
    sendPlain(exchange, 403, elsewhere)
    return null
  }
  const body = await readBody(request, largest)
  if (body === 'too large') {
    sendPlain(exchange, 413, tooLong, { connection: 'close' })
    return null
  }
  return new URLSearchParams(body.toString('utf8'))
}

/** The network that writes. */
export function networkOfLetter({ request }: Exchange, portalOrigin: string): string {
  return networkOf(askingAddress(portalOrigin)(request))
}

/**
 * The same letter pressed twice is one: of the same place, within some minutes. The key ends with the process, so that
 * nobody who reads the letter can find out by its id where it came from.
 * @param to what it is sealed for: the code of a library
 * @param parts all that makes it another letter
 */
export function keyOfLetter(lettersSecret: string, to: string, parts: readonly unknown[]): string {
  const turn = Math.floor(Date.now() / sameWithin)
  const own = createHmac('sha256', secret)
    .update(JSON.stringify([...parts, turn]))
    .digest('hex')
    .slice(0, 32)
  return sealed(lettersSecret, to, own)
}

/** A question that ends with its time. */
export const letterCall = ({ requestId }: Exchange): GatewayCall => ({
  requestId,
  signal: AbortSignal.timeout(DEADLINE_MS),
})

interface Answered {
  readonly sent: { readonly reference: string } | null | undefined
  readonly errors: readonly { readonly reason?: string | undefined }[]
}

/** What became of it; `away` where the graph did not answer, or not with one of the troubles that have words. */
export async function outcomeOf<Trouble extends string>(
  asking: Promise<Answered>,
  known: readonly Trouble[],
): Promise<{ readonly reference: string } | { readonly trouble: Trouble | 'away' }> {
  try {
    const { sent, errors } = await asking
    if (sent) return sent
    return { trouble: known.find((one) => errors.some(({ reason }) => reason === one)) ?? 'away' }
  } catch {
    return { trouble: 'away' }
  }
}
