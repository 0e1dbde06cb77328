// What the program that makes clients and people may do, and what it may not.
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { AdminRefused } from '../../admin-client/client.ts'
import { toldOf, type Probe } from '../probe.ts'
import { refresh, signedIn } from '../session.ts'
import { makePerson, makeSite, portal, site, staffConsole, type Tested } from '../tested.ts'

/** The status of a refusal, or what was given. */
async function refusal(asked: Promise<unknown>): Promise<string> {
  try {
    return (await asked) === null ? 'nothing' : 'done'
  } catch (error) {
    if (error instanceof AdminRefused) return `refused ${error.status}`
    throw error
  }
}

const clientWith = (other: object): object => {
  const code = randomBytes(5).toString('hex')
  return {
    clientId: `site-${code}`,
    enabled: true,
    protocol: 'openid-connect',
    publicClient: true,
    fullScopeAllowed: false,
    standardFlowEnabled: true,
    directAccessGrantsEnabled: false,
    redirectUris: [`https://${code}.example.org/auth/callback`],
    attributes: { 'pkce.code.challenge.method': 'S256' },
    ...other,
  }
}

const making = (name: string, other: object, answer: Probe['answer']): Probe => ({
  name: `a client ${name}`,
  answer,
  ask: ({ admin }) => refusal(admin.post('/clients', clientWith(other))),
})

const roles = z.array(z.object({ name: z.string() }).loose())
const devices = z.array(z.object({ id: z.string(), type: z.string() }).loose())
const found = z.array(z.object({ id: z.string(), clientId: z.string() }).loose())
const sessions = z.array(z.object({ id: z.string(), clients: z.record(z.string(), z.string()) }).loose())
const people = z.array(z.object({ id: z.string(), username: z.string() }).loose())

export const provisionerProbes: readonly Probe[] = [
  making('as it should be', {}, 'done'),
  making('with every role', { fullScopeAllowed: true }, 'refused 400'),
  making(
    'with an address that ends in a star',
    { redirectUris: ['https://library.example.org/*'] },
    'refused 400',
  ),
  making(
    'with an address in plain http',
    { redirectUris: ['http://library.example.org/auth/callback'] },
    'refused 400',
  ),
  {
    name: 'a client that is there already',
    answer: 'refused 409',
    async ask(tested) {
      await makeSite(tested)
      return refusal(tested.admin.post('/clients', clientWith({ clientId: site.id })))
    },
  },
  {
    name: 'a client by its name, and one that is not',
    answer: '1 0',
    async ask(tested) {
      await makeSite(tested)
      const one = await tested.admin.get(`/clients?clientId=${site.id}`, found)
      const none = await tested.admin.get('/clients?clientId=site-nobody', found)
      return `${one?.length} ${none?.length}`
    },
  },
  {
    name: 'a person by their name, in capitals',
    answer: 'true',
    async ask(tested) {
      const person = await makePerson(tested)
      const query = `username=${encodeURIComponent(person.username.toUpperCase())}&exact=true`
      const list = await tested.admin.get(`/users?${query}`, people)
      return String(list?.length === 1 && list[0]?.id === person.id)
    },
  },
  {
    name: 'a person that is there already, one with a bad name, one with a bad age',
    answer: 'refused 409, refused 400, refused 400',
    async ask(tested) {
      const { username } = await makePerson(tested)
      const make = (person: object) => refusal(tested.admin.post('/users', { enabled: true, ...person }))
      const name = () => `suite/${randomBytes(6).toString('hex')}`
      return [
        await make({ username }),
        await make({ username: 'suite/张三' }),
        await make({ username: name(), attributes: { age_band: ['ancient'] } }),
      ].join(', ')
    },
  },
  {
    name: 'whether somebody has a device',
    answer: 'password, otp password',
    async ask(tested) {
      const credentials = z.array(z.object({ type: z.string() }).loose())
      const told = async (id: string): Promise<string> =>
        ((await tested.admin.get(`/users/${id}/credentials`, credentials)) ?? [])
          .map(({ type }) => type)
          .toSorted()
          .join(' ')
      const without = await makePerson(tested)
      const withOne = await makePerson(tested, { device: true })
      return `${await told(without.id)}, ${await told(withOne.id)}`
    },
  },
  {
    name: 'the sessions of somebody, one ended, and the refresh then',
    answer: '1 session with ndl-portal, done, 400 invalid_grant',
    async ask(tested) {
      const person = await makePerson(tested)
      const { tokens } = await signedIn(tested, portal, person)
      const list = (await tested.admin.get(`/users/${person.id}/sessions`, sessions)) ?? []
      const clients = Object.values(list[0]?.clients ?? {}).join(' ')
      const ended = await refusal(tested.admin.delete(`/sessions/${tokens.session_state}`))
      const next = await toldOf(await refresh(tested, portal, tokens.refresh_token))
      return `${list.length} session with ${clients}, ${ended}, ${next}`
    },
  },
  {
    name: 'every session of somebody ended',
    answer: '400 invalid_grant, 0 sessions',
    async ask(tested) {
      const person = await makePerson(tested)
      const { tokens } = await signedIn(tested, portal, person)
      await tested.admin.post(`/users/${person.id}/logout`, {})
      const next = await toldOf(await refresh(tested, portal, tokens.refresh_token))
      const list = await tested.admin.get(`/users/${person.id}/sessions`, sessions)
      return `${next}, ${list?.length} sessions`
    },
  },
  {
    name: 'somebody removed',
    answer: 'done, nothing',
    async ask({ admin, ...tested }: Tested) {
      const { id } = await makePerson({ admin, ...tested })
      const removed = await refusal(admin.delete(`/users/${id}`))
      return `${removed}, ${await refusal(admin.get(`/users/${id}`, z.unknown()))}`
    },
  },
  {
    name: 'roles that it may give',
    answer: 'reader-verified',
    async ask(tested) {
      const { id } = await makePerson(tested)
      const list = await tested.admin.get(`/users/${id}/role-mappings/realm/available`, roles)
      return (list ?? []).map(({ name }) => name).join(' ')
    },
  },
  {
    name: 'every role of staff, given to somebody, and taken',
    answer: 'refused 403 and 403, has no more than readers',
    needsOperator: true,
    async ask(tested) {
      const { id } = await makePerson(tested)
      const path = `/users/${id}/role-mappings/realm`
      const answers = new Set<string>()
      for (const name of ['staff', 'national-editor', 'national-admin', 'auditor']) {
        const role = await tested.operator?.role(name)
        const given = await refusal(tested.admin.post(path, [role]))
        const taken = await refusal(tested.admin.delete(path, [role]))
        answers.add(`${given} and ${taken.replace('refused ', '')}`)
      }
      const has = ((await tested.admin.get(path, roles)) ?? []).filter(
        ({ name }) => name !== 'reader' && name !== 'default-roles-ndl',
      )
      return `${[...answers].join(', ')}, has ${has.length === 0 ? 'no more than readers' : JSON.stringify(has)}`
    },
  },
  {
    name: 'somebody of staff: a new password, switched off, no device any more, removed',
    answer: 'refused 403, refused 403, refused 403, refused 403',
    needsOperator: true,
    async ask(tested) {
      const { id } = await makePerson(tested, { device: true, roles: ['national-admin'] })
      const at = `/users/${id}`
      const proofs = await tested.admin.get(`${at}/credentials`, devices)
      const device = proofs?.find(({ type }) => type === 'otp')?.id
      return [
        await refusal(
          tested.admin.put(`${at}/reset-password`, { type: 'password', value: 'another battery' }),
        ),
        await refusal(tested.admin.put(at, { enabled: false })),
        await refusal(tested.admin.delete(`${at}/credentials/${device}`)),
        await refusal(tested.admin.delete(at)),
      ].join(', ')
    },
  },
  {
    name: 'what is put into the tokens of the console',
    answer: {
      embedded: 'refused 404',
      keycloak: 'done',
      why: 'ours has no such thing; with a Keycloak it is open, and decision 0071 says why; `npm run realm -- plan` names it and takes it back',
    },
    async ask({ admin }) {
      const [one] = (await admin.get(`/clients?clientId=${staffConsole.id}`, found)) ?? []
      const path = `/clients/${one?.id}/protocol-mappers/models`
      const name = `suite-${randomBytes(5).toString('hex')}`
      const config = { 'claim.name': name, 'claim.value': 'x', 'access.token.claim': 'false' }
      try {
        const id = await admin.post(path, {
          name,
          protocol: 'openid-connect',
          protocolMapper: 'oidc-hardcoded-claim-mapper',
          config,
        })
        await admin.delete(`${path}/${id}`)
        return 'done'
      } catch (error) {
        if (error instanceof AdminRefused) return `refused ${error.status}`
        throw error
      }
    },
  },
  {
    name: 'the realm itself',
    answer: 'refused 403',
    ask: ({ admin }) => refusal(admin.put('', { sslRequired: 'none' })),
  },
  {
    name: 'without a token, and with one that is none',
    answer: '401 401',
    async ask({ issuer }) {
      const address = `${issuer.replace('/realms/', '/admin/realms/')}/users`
      const statuses = []
      for (const headers of [{}, { authorization: 'Bearer junk' }])
        statuses.push((await fetch(address, { headers })).status)
      return statuses.join(' ')
    },
  },
]
