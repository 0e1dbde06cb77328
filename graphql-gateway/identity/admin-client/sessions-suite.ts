// "My devices" as the gateway asks for it, of any provider: the sessions of one person, and the end of some.
import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { toldOf } from '../contract/probe.ts'
import { refresh, signedIn } from '../contract/session.ts'
import { makePerson, makeSite, portal, requestOf, site, type Tested } from '../contract/tested.ts'
import { accountSessions } from './sessions.ts'

export function sessionsSuite(name: string, start: () => Promise<Tested>): void {
  describe(name, { timeout: 120_000 }, () => {
    let provider: Tested
    beforeAll(async () => {
      provider = await start()
      await makeSite(provider)
    })
    const sessions = () => accountSessions(async () => provider.admin)
    const idsOf = async (subject: string): Promise<string[]> =>
      (await sessions().of(subject)).map(({ id }) => id).toSorted()
    /** Two devices of one reader. */
    const twoDevices = async () => {
      const person = await makePerson(provider)
      const [phone, laptop] = [
        await signedIn(provider, portal, person),
        await signedIn(provider, portal, person),
      ]
      return {
        person,
        phone: phone.tokens.session_state,
        laptop: laptop.tokens.session_state,
        signed: { phone, laptop },
      }
    }

    test('are named as their tokens name them, each with its times, and those of nobody else', async () => {
      const before = Date.now()
      const one = await twoDevices()
      const other = await twoDevices()
      expect(await idsOf(one.person.id)).toEqual([one.phone, one.laptop].toSorted())
      expect(await idsOf(other.person.id)).toEqual([other.phone, other.laptop].toSorted())
      for (const { startedAt, lastAt } of await sessions().of(one.person.id)) {
        // Providers tell seconds.
        expect(startedAt.getTime()).toBeGreaterThanOrEqual(before - 1000)
        expect(startedAt.getTime()).toBeLessThanOrEqual(Date.now())
        expect(lastAt.getTime()).toBeGreaterThanOrEqual(startedAt.getTime() - 1000)
        expect(lastAt.getTime()).toBeLessThanOrEqual(Date.now())
      }
    })

    test('are one for all clients of one browser', async () => {
      const person = await makePerson(provider)
      const { browser, tokens } = await signedIn(provider, portal, person)
      await signedIn(provider, site, person, { browser })
      expect(await idsOf(person.id)).toEqual([tokens.session_state])
    })

    test('end one by one: its tokens and its browser are signed out, the others go on', async () => {
      const { person, phone, laptop, signed } = await twoDevices()
      await sessions().end(phone)
      expect(await idsOf(person.id)).toEqual([laptop])
      expect(await toldOf(await refresh(provider, portal, signed.phone.tokens.refresh_token))).toBe(
        '400 invalid_grant',
      )
      const silent = await signed.phone.browser.open(requestOf(provider, portal, { prompt: 'none' }).address)
      expect(silent.at === 'client' && silent.address.searchParams.get('error')).toBe('login_required')
      expect(await toldOf(await refresh(provider, portal, signed.laptop.tokens.refresh_token))).toBe('200')
    })

    test('that are over may be ended again, and none of somebody who is not there are listed', async () => {
      const { person, phone, laptop } = await twoDevices()
      for (const id of [phone, phone, laptop, laptop, randomUUID()]) await sessions().end(id)
      expect(await idsOf(person.id)).toEqual([])
      expect(await idsOf(randomUUID())).toEqual([])
    })

    test('that a reader ended by signing out are no longer listed', async () => {
      const { person, laptop, signed } = await twoDevices()
      const out = new URL(`${provider.issuer}/protocol/openid-connect/logout`)
      out.searchParams.set('id_token_hint', signed.phone.tokens.id_token)
      await signed.phone.browser.open(out)
      expect(await idsOf(person.id)).toEqual([laptop])
    })
  })
}
