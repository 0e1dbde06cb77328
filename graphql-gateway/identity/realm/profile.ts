// What the realm says a person's account may look like: Keycloak's user profile, a JSON text inside the file.
import { z } from 'zod'
import type { Realm } from './schema.ts'

const attributeSchema = z.strictObject({
  name: z.string(),
  displayName: z.string(),
  validations: z.object({
    length: z.strictObject({ min: z.number().optional(), max: z.number() }).optional(),
    pattern: z.strictObject({ pattern: z.string(), 'error-message': z.string() }).optional(),
    options: z.strictObject({ options: z.array(z.string()).min(1) }).optional(),
  }),
  permissions: z.strictObject({
    view: z.array(z.enum(['admin', 'user'])),
    edit: z.array(z.enum(['admin', 'user'])),
  }),
  multivalued: z.literal(false),
})

const profileSchema = z.strictObject({ attributes: z.array(attributeSchema) })

/** An attribute of an account, and the values it may have. */
export type ProfileAttribute = z.infer<typeof attributeSchema>

/** The attributes that an account may have, by name. @throws ZodError where the text inside the file is another. */
export function profileOf(realm: Realm): ReadonlyMap<string, ProfileAttribute> {
  const [{ config }] = realm.components['org.keycloak.userprofile.UserProfileProvider']
  const { attributes } = profileSchema.parse(JSON.parse(config['kc.user.profile.config'][0]))
  return new Map(attributes.map((attribute) => [attribute.name, attribute]))
}

/** Whether an attribute may have a value. */
export function admits({ validations }: ProfileAttribute, value: string): boolean {
  const { length, pattern, options } = validations
  if (length && (value.length < (length.min ?? 0) || value.length > length.max)) return false
  if (pattern && !new RegExp(pattern.pattern, 'u').test(value)) return false
  return !options || options.options.includes(value)
}
