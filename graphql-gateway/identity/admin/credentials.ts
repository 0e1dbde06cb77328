// Credentials as Keycloak's admin interface takes them: a password, or the secret of a device.
import { z } from 'zod'
import { toBase32 } from '../people/totp.ts'

const jsonText = z.string().max(2_000)

export const credentialSchema = z.object({
  type: z.enum(['password', 'otp']),
  value: z.string().max(256).optional(),
  temporary: z.boolean().optional(),
  secretData: jsonText.optional(),
  credentialData: jsonText.optional(),
})
export type Credential = z.infer<typeof credentialSchema>

const secretData = z.object({ value: z.string().min(8).max(100) })

/** The secret of a device in Base32; Keycloak's is a text, whose bytes are the key. Null for what is no device. */
export function deviceSecret({ type, secretData: text }: Credential): string | null {
  if (type !== 'otp' || text === undefined) return null
  const parsed = secretData.safeParse(jsonOf(text))
  return parsed.success ? toBase32(Buffer.from(parsed.data.value, 'utf8')) : null
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
