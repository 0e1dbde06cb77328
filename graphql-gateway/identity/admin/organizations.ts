// `/organizations`: libraries, for people who administer; no token reads them.
import { randomUUID } from 'node:crypto'
import type { Db } from 'mongodb'
import { z } from 'zod'
import { type AdminAnswer, type AdminRequest, done, found, nothing, pageIn, refused } from './answer.ts'
import { type Kept, openKept } from './kept.ts'

const organization = z.object({
  name: z.string().min(1).max(200),
  alias: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/),
  enabled: z.boolean().default(true),
  description: z.string().max(1_000).optional(),
  domains: z
    .array(z.object({ name: z.string().max(253), verified: z.boolean().default(false) }))
    .min(1)
    .max(50),
  attributes: z.record(z.string().max(60), z.array(z.string().max(400)).max(20)).optional(),
})
type Organization = z.infer<typeof organization>

const shown = ({ id, value }: Kept<Organization>): object => ({ id, ...value })

export async function openOrganizations(db: Db): Promise<(request: AdminRequest) => Promise<AdminAnswer>> {
  const kept = await openKept(db, 'identity_organizations', organization)
  return async ({ method, parts, query, body, by }) => {
    const [, id, ...rest] = parts
    if (rest.length > 0) return nothing('Resource')
    if (id === undefined && method === 'GET') {
      const search = query.get('search')
      if (search !== null) {
        const one = await kept.findByName(search)
        return found(one === null ? [] : [shown(one)])
      }
      const page = pageIn(query)
      return page === null
        ? refused(400, 'first or max is no number, or too large')
        : found((await kept.list(page)).map(shown))
    }
    const one = id === undefined ? null : await kept.find(id)
    if (id !== undefined && one === null) return nothing('Organization')
    if (method === 'GET' && one !== null) return found(shown(one))
    if (method === 'DELETE' && one !== null) {
      await by.note({ action: 'organization.remove', object: `organization:${one.id}` })
      return (await kept.remove(one.id)) ? done : nothing('Organization')
    }
    if (method !== (one === null ? 'POST' : 'PUT')) return refused(405, 'method not allowed')
    const parsed = organization.safeParse(body)
    if (!parsed.success)
      return refused(400, `${parsed.error.issues[0]?.path.join('.')}: ${parsed.error.issues[0]?.message}`)
    const { data } = parsed
    if (one === null) {
      const made = randomUUID()
      await by.note({
        action: 'organization.make',
        object: `organization:${made}`,
        details: { alias: data.alias },
      })
      return (await kept.make(made, data.alias, data)) === 'taken'
        ? refused(409, 'A organization with the same alias already exists')
        : { status: 201, location: `organizations/${made}` }
    }
    if (data.alias !== one.value.alias) return refused(400, 'Cannot change the alias')
    await by.note({ action: 'organization.change', object: `organization:${one.id}` })
    return (await kept.replace(one.id, data)) ? done : nothing('Organization')
  }
}
