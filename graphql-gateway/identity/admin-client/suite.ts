// The end of an account by the admin interface, asked of any provider: the same on the embedded one and on a Keycloak.
import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Tested } from '../contract/tested.ts'
import { accountsById } from './account.ts'

const sessions = z.array(z.looseObject({}))

export function accountsSuite(name: string, start: () => Promise<Tested>): void {
  describe(name, () => {
    let provider: Tested
    beforeAll(async () => {
      provider = await start()
    })
    const accounts = () => accountsById(async () => provider.admin)

    const made = async (): Promise<{ readonly id: string; readonly username: string }> => {
      const username = `n33/${randomUUID().slice(0, 8)}`
      const id = await provider.admin.post('/users', {
        username,
        enabled: true,
        attributes: { display_name: ['林晚晴'], home_library: ['n33'], age_band: ['adult'] },
        credentials: [{ type: 'password', value: 'seven quiet rivers', temporary: false }],
      })
      if (id === null) throw new Error('the account has no id')
      return { id, username }
    }

    test('what is known of somebody is told', async () => {
      const { id, username } = await made()
      expect(await accounts().facts(id)).toMatchObject({
        username,
        enabled: true,
        attributes: { display_name: '林晚晴', home_library: 'n33', age_band: 'adult' },
      })
      expect(await accounts().facts(randomUUID())).toBeNull()
    })

    test('switched off it keeps what it says, and has no session', async () => {
      const { id, username } = await made()
      await accounts().disable(id)
      await accounts().disable(id)
      expect(await accounts().facts(id)).toMatchObject({
        username,
        enabled: false,
        attributes: { display_name: '林晚晴', home_library: 'n33' },
      })
      expect(await provider.admin.get(`/users/${id}/sessions`, sessions)).toEqual([])
    })

    test('removed it is gone, again and again', async () => {
      const { id } = await made()
      await accounts().remove(id)
      await accounts().remove(id)
      await accounts().disable(id)
      expect(await accounts().facts(id)).toBeNull()
    })
  })
}
