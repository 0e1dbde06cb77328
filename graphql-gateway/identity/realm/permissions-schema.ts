// Fine-grained admin permissions, as Keycloak's import format has them.
import { z } from 'zod'

const name = z.string().min(1).max(120)
const scopes = z.array(z.strictObject({ name })).min(1).max(30)
/** Keycloak writes lists in settings of policies as JSON. */
const list = z
  .string()
  .max(2_000)
  .transform((text, context) => {
    const parsed = z.array(name).min(1).safeParse(jsonOf(text))
    if (parsed.success) return parsed.data
    context.addIssue({ code: 'custom', message: 'it is no JSON list of names' })
    return z.NEVER
  })

const common = {
  name,
  description: z.string().max(400).optional(),
  decisionStrategy: z.literal('UNANIMOUS'),
}

/** Who: a client that asks for itself, or everybody but it. */
const policySchema = z.strictObject({
  ...common,
  type: z.literal('client'),
  logic: z.enum(['POSITIVE', 'NEGATIVE']),
  config: z.strictObject({ clients: list }),
})

/** May do what, with which things: all of a type, or those named by id. */
const permissionSchema = z.strictObject({
  ...common,
  type: z.literal('scope'),
  logic: z.literal('POSITIVE'),
  config: z.strictObject({
    defaultResourceType: z.enum(['Users', 'Groups', 'Clients', 'Roles', 'Organizations']),
    resources: list,
    scopes: list,
    applyPolicies: list,
  }),
})

/** `authorizationSettings` of the client `admin-permissions`. Keycloak takes a list of things and scopes whole or not at all. */
export const permissionsSchema = z.strictObject({
  resources: z.array(z.strictObject({ name, type: name.optional(), scopes })).max(20),
  policies: z.array(z.discriminatedUnion('type', [policySchema, permissionSchema])).max(20),
  scopes,
})

export type Policy = z.infer<typeof policySchema>
export type Permission = z.infer<typeof permissionSchema>

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
