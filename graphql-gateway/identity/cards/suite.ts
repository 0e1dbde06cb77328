// What the activation of a card promises where accounts are behind an admin interface, for any provider.
import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { adminClient, AdminUnavailable } from '../admin-client/client.ts'
import { exchange, partsOf, refresh, signedIn, type Signed } from '../contract/session.ts'
import { signIn } from '../contract/sign-in.ts'
import { portal, requestOf, type Tested } from '../contract/tested.ts'
import { visitor } from '../contract/visitor.ts'
import { cardsIn } from './documents.ts'
import { listening, serveActivation, type ServedActivation } from './testing/serve-activation.ts'

const users = z.array(z.object({ id: z.string(), username: z.string() }).loose())
const library = { code: `c${randomBytes(4).toString('hex')}`, name: '青石镇图书馆' }
const page = '/realms/ndl/login-actions/activate'

/** Declares the tests. */
export function activationSuite(name: string, start: () => Promise<Tested>): void {
  describe(name, { timeout: 120_000 }, () => {
    let provider: Tested
    let store: TestStore
    let served: ServedActivation

    beforeAll(async () => {
      provider = await start()
      store = await openTestStore()
      served = await serveActivation(store.db('activation'), provider.admin, library)
    }, 300_000)
    afterAll(async () => {
      await served.close()
      await store.close()
    })

    /** A card that no other test has, and its code. */
    const card = async (holder = '林晚晴', ageBand = 'adult') => {
      served.through(provider.admin)
      served.said.length = 0
      const number = randomBytes(6).toString('hex')
      await served.cards.put([{ library: library.code, card: number, holder, ageBand }])
      const username = `${library.code}/${number}`
      return { username, number, code: (await served.cards.issueCode(username)) ?? '' }
    }
    const activate = async (number: string, code: string, password: string) => {
      const browser = visitor(served.origin)
      const stop = await browser.open(page)
      const form = stop.at === 'page' ? stop.page.forms.find(({ method }) => method === 'post') : undefined
      if (form === undefined) throw new Error('there is no form')
      const chosen = { chosen: password, repeat: password }
      const next = await browser.send(form, {
        library: library.name,
        card: number,
        activation: code,
        ...chosen,
      })
      if (next.at !== 'page') throw new Error('it led away')
      return next.page
    }
    const comeIn = (username: string, password: string): Promise<Signed> =>
      signedIn(provider, portal, { id: '', username, password, device: null })
    /** For what readers change of their own account at a Keycloak. */
    const accountToken = async (username: string, password: string): Promise<string> => {
      const person = { id: '', username, password, device: null }
      if (provider.kind !== 'keycloak') return (await signedIn(provider, portal, person)).tokens.access_token
      const redirect = `${provider.issuer}/account/`
      const client = { ...portal, id: 'account-console', redirect }
      const { address, verifier } = requestOf(provider, client)
      const stop = await signIn(visitor(new URL(provider.issuer).origin), address, person)
      const code = stop.at === 'page' ? stop.page.url.searchParams.get('code') : null
      const answer = await exchange(provider, client, code ?? '', verifier)
      return z
        .object({ access_token: z.string() })
        .loose()
        .parse(await answer.json()).access_token
    }
    const accounts = (username: string) =>
      provider.admin.get(`/users?username=${encodeURIComponent(username)}&exact=true`, users)
    const refusal = 'card number or activation code is wrong'
    const away = 'Your code is still good'

    test('a code opens an account, with which its reader signs in by the forms', async () => {
      const { username, number, code } = await card('林晚晴 <(2)>', 'under-14')
      // Without a guardian it stays closed, and says who opens it.
      const refused = await activate(number, code, 'seven quiet rivers')
      expect(refused.text).toContain('a guardian opens its account')
      expect(await accounts(username)).toEqual([])
      await cardsIn(store.db('activation')).updateOne(
        { _id: username },
        { $set: { guardians: ['somebody'] } },
      )
      const done = await activate(number, code.toLowerCase(), 'seven quiet rivers')
      expect(done.text).toContain('Your card is active')
      expect(done.text).toContain(`/auth/sign-in#name=${encodeURIComponent(username)}`)
      expect(served.said).toEqual([])
      const { tokens } = await comeIn(username, 'seven quiet rivers')
      const { claims } = partsOf(tokens.access_token)
      expect(claims).toMatchObject({
        preferred_username: username,
        age_band: 'under-14',
        home_library: library.code,
      })
      expect(claims['realm_access']).toMatchObject({ roles: expect.arrayContaining(['reader-verified']) })
      const [account] = (await accounts(username)) ?? []
      expect(await served.cards.find(username)).toMatchObject({ state: 'active', account: account?.id })
    })

    test('a wrong code, one of another card and a used one open nothing', async () => {
      const [one, other] = [await card(), await card()]
      expect((await activate(one.number, 'AAAAA-AAAAA', 'seven quiet rivers')).text).toContain(refusal)
      expect((await activate(one.number, other.code, 'seven quiet rivers')).text).toContain(refusal)
      expect(await accounts(one.username)).toEqual([])
      await activate(one.number, one.code, 'seven quiet rivers')
      expect((await activate(one.number, one.code, 'by somebody else')).text).toContain(refusal)
      await comeIn(one.username, 'seven quiet rivers')
    })

    test('a new code sets a new password and ends the sessions of the old one', async () => {
      const { username, number, code } = await card()
      await activate(number, code, 'seven quiet rivers')
      const before = await comeIn(username, 'seven quiet rivers')
      const again = (await served.cards.issueCode(username)) ?? ''
      expect((await activate(number, again, 'eight loud brooks')).text).toContain('Your card is active')
      await comeIn(username, 'eight loud brooks')
      await expect(comeIn(username, 'seven quiet rivers')).rejects.toThrow()
      expect((await refresh(provider, portal, before.tokens.refresh_token)).status).toBe(400)
      expect(await accounts(username)).toHaveLength(1)
    })

    // The account, its role, its password: each is written, and the answer never comes.
    test.each([1, 2, 3])(
      'cut short after step %i, the code serves again for the same account',
      async (step) => {
        const { username, number, code } = await card()
        let writes = 0
        const cut = async <T>(written: Promise<T>): Promise<T> => {
          const answer = await written
          if (++writes === step) throw new AdminUnavailable('cut short')
          return answer
        }
        served.through({
          ...provider.admin,
          post: (path, body) => cut(provider.admin.post(path, body)),
          put: (path, body) => cut(provider.admin.put(path, body)),
        })
        const stopped = await activate(number, code, 'seven quiet rivers')
        expect([stopped.status, stopped.text.includes(away)]).toEqual([503, true])
        const [made] = (await accounts(username)) ?? []
        expect(made).toBeDefined()
        served.through(provider.admin)
        expect((await activate(number, code, 'eight loud brooks')).text).toContain('Your card is active')
        expect(await accounts(username)).toMatchObject([{ id: made?.id }])
        const { tokens } = await comeIn(username, 'eight loud brooks')
        expect(partsOf(tokens.access_token).claims['realm_access']).toMatchObject({
          roles: expect.arrayContaining(['reader-verified']),
        })
      },
    )

    test('while the provider is away or does not answer, the page says so and keeps the code and what was typed', async () => {
      const { number, code } = await card()
      const silent = createServer(() => {})
      const nobody = await listening(silent)
      served.through(adminClient({ origin: nobody, realm: 'ndl', token: async () => 'x', longest: 200 }))
      const slow = await activate(number, code, 'seven quiet rivers')
      silent.closeAllConnections()
      await new Promise((resolve) => silent.close(resolve))
      const gone = await activate(number, code, 'seven quiet rivers')
      for (const stopped of [slow, gone]) {
        expect([stopped.status, stopped.text.includes(away)]).toEqual([503, true])
        expect(stopped.text).toContain(`value="${number}"`)
        expect(stopped.text).not.toContain('seven quiet rivers')
      }
      expect(served.said).toHaveLength(2)
      served.through(provider.admin)
      expect((await activate(number, code, 'seven quiet rivers')).text).toContain('Your card is active')
    })

    test('sent twice at once, as a double press does, it opens one account and both are told so', async () => {
      const { username, number, code } = await card()
      const pages = await Promise.all([1, 2].map(() => activate(number, code, 'seven quiet rivers')))
      for (const { text } of pages) expect(text).toContain('Your card is active')
      expect(await accounts(username)).toHaveLength(1)
      await comeIn(username, 'seven quiet rivers')
    })

    test('sent at once with two passwords, the one that is said to be set is set, and the other is refused', async () => {
      const { username, number, code } = await card()
      const passwords = ['seven quiet rivers', 'eight loud brooks']
      const pages = await Promise.all(passwords.map((password) => activate(number, code, password)))
      const set = pages.map(({ text }) => text.includes('Your card is active'))
      expect(set.toSorted()).toEqual([false, true])
      for (const [i, password] of passwords.entries()) {
        if (set[i]) await comeIn(username, password)
        else await expect(comeIn(username, password)).rejects.toThrow()
      }
    })

    test('an account that an administrator made is not taken', async () => {
      const { username, number, code } = await card()
      await provider.admin.post('/users', {
        username,
        enabled: true,
        credentials: [{ type: 'password', value: 'of the administrator', temporary: false }],
      })
      expect((await activate(number, code, 'seven quiet rivers')).text).toContain(refusal)
      expect(served.said).toHaveLength(1)
      await comeIn(username, 'of the administrator')
    })

    test('a card whose account was deleted opens another, and one whose account is switched off gets no password', async () => {
      const { username, number, code } = await card()
      await activate(number, code, 'seven quiet rivers')
      const [first] = (await accounts(username)) ?? []
      await provider.admin.delete(`/users/${first?.id}`)
      const next = (await served.cards.issueCode(username)) ?? ''
      served.through(adminClient({ origin: 'http://localhost:1', realm: 'ndl', token: async () => 'x' }))
      expect((await activate(number, next, 'eight loud brooks')).text).toContain(away)
      served.through(provider.admin)
      expect((await activate(number, next, 'eight loud brooks')).text).toContain('Your card is active')
      const [second] = (await accounts(username)) ?? []
      expect([first?.id, undefined]).not.toContain(second?.id)
      await provider.admin.put(`/users/${second?.id}`, { ...second, enabled: false })
      const last = (await served.cards.issueCode(username)) ?? ''
      expect((await activate(number, last, 'nine slow lakes')).text).toContain(refusal)
      await provider.admin.put(`/users/${second?.id}`, { ...second, enabled: true })
      await comeIn(username, 'eight loud brooks')
    })

    test('a card that the library gives to somebody else opens another account, and leads the first holder nowhere', async () => {
      const { username, number, code } = await card()
      await activate(number, code, 'seven quiet rivers')
      const before = await comeIn(username, 'seven quiet rivers')
      const [first] = (await accounts(username)) ?? []
      const line = { library: library.code, card: number, holder: '周小禾', ageBand: 'adult' }
      expect(await served.cards.put([line])).toEqual([
        { asks: 'holder', known: { holder: '林晚晴', ageBand: 'adult' } },
      ])
      served.through({ ...provider.admin, put: () => Promise.reject(new AdminUnavailable('cut short')) })
      const answered = [{ ...line, holderIs: 'new-holder' as const }]
      expect(await served.cards.put(answered)).toEqual([{ fault: 'provider-away' }])
      served.through(provider.admin)
      served.said.length = 0
      expect([served.said, await served.cards.put(answered)]).toEqual([[], ['handed-on']])
      expect((await refresh(provider, portal, before.tokens.refresh_token)).status).toBe(400)
      expect(await accounts(username)).toEqual([])
      const kept = await provider.admin.get(`/users/${first?.id}`, z.object({ username: z.string() }).loose())
      expect(kept).toMatchObject({ username: first?.id, enabled: true })
      await expect(comeIn(username, 'seven quiet rivers')).rejects.toThrow()
      const next = (await served.cards.issueCode(username)) ?? ''
      expect((await activate(number, next, 'eight loud brooks')).text).toContain('Your card is active')
      const { tokens } = await comeIn(username, 'eight loud brooks')
      expect(partsOf(tokens.access_token).claims['sub']).not.toBe(first?.id)
    })

    test('no reader changes the name of their account: it would be another’s card number', async () => {
      const { username, number, code } = await card()
      await activate(number, code, 'seven quiet rivers')
      const token = await accountToken(username, 'seven quiet rivers')
      const change = async (fields: object): Promise<number> => {
        const answer = await fetch(`${provider.issuer}/account`, {
          method: 'POST',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          body: JSON.stringify(fields),
        })
        await answer.body?.cancel()
        return answer.status
      }
      await change({ username: `${library.code}/somebody-else`, attributes: {} })
      expect(await accounts(username)).toHaveLength(1)
      expect(await accounts(`${library.code}/somebody-else`)).toEqual([])
      // The request is one that changes what a reader may change: it was not refused for another reason.
      if (provider.kind !== 'keycloak') return
      expect(await change({ username, attributes: { display_name: ['林晚'] } })).toBe(204)
      expect(await accounts(username)).toMatchObject([{ attributes: { display_name: ['林晚'] } }])
    })

    test('a realm that would not keep whose an account is gets none, and an operator is told', async () => {
      const { username, number, code } = await card()
      const body = z.object({ attributes: z.record(z.string(), z.unknown()) }).loose()
      served.through({
        ...provider.admin,
        post(path, user) {
          const { attributes, ...rest } = body.parse(user)
          const kept = Object.entries(attributes).filter(([name]) => name !== 'card_activation')
          return provider.admin.post(path, { ...rest, attributes: Object.fromEntries(kept) })
        },
      })
      expect((await activate(number, code, 'seven quiet rivers')).status).toBe(503)
      expect(await accounts(username)).toEqual([])
      expect(served.said).toEqual([expect.stringContaining('no attribute card_activation')])
    })

    test('a password that the provider refuses spends no code', async () => {
      const { number, code } = await card()
      const proof = { library: library.code, card: number, code, address: '203.0.113.9' }
      expect(await served.cards.activate({ ...proof, password: 'short' })).toBe('password-refused')
      expect((await activate(number, code, 'seven quiet rivers')).text).toContain('Your card is active')
    })

    test('a second card is told plainly that it has an account of its own', async () => {
      const stop = await visitor(served.origin).open('/realms/ndl/account/card')
      expect(stop.at === 'page' && stop.page.text).toContain('Each card has an account of its own')
      expect(stop.at === 'page' && stop.page.text).toContain(page)
    })
  })
}
