// Tokens: where they are not, and where they go (attack S19).
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { interactive } from '../reader.ts'
import { keeps, TOKEN, type Visit } from './visit.ts'

export function whereTokensAre(visit: Visit): void {
  const { world, named, words } = visit

  describe('a token', () => {
    test('is in no storage, address, referrer, cookie, log or worker', async () => {
      const { page } = visit
      const { context } = visit.opened
      const seen: string[] = []
      context.on('request', (request) => {
        const { referer = '' } = request.headers()
        seen.push(request.url(), referer)
      })
      page.on('framenavigated', (frame) => seen.push(frame.url()))
      await visit.signInFrom('/search?q=明月')
      await page.reload()
      await named().waitFor()
      expect(await keeps(page, context)).not.toMatch(TOKEN)
      await visit.signOut()
      expect(await keeps(page, context)).not.toMatch(TOKEN)
      expect(seen.map(withoutAsked).filter((text) => TOKEN.test(text))).toEqual([])
      const logs = join(world.dataDir, 'logs')
      for (const file of readdirSync(logs))
        expect(TOKEN.exec(readFileSync(join(logs, file), 'utf8'))?.[0]).toBeUndefined()
    })

    test('goes with what a page asks the gateway, and nowhere else', async () => {
      const { page } = visit
      await visit.signInFrom('/')
      const carried: string[] = []
      page.on('request', (request) => {
        if (request.headers()['authorization']) carried.push(new URL(request.url()).pathname)
      })
      await interactive(page)
      await words().fill('明月')
      await words().press('Enter')
      await page.getByTestId('result-count').waitFor()
      expect(new Set(carried)).toEqual(new Set(['/graphql']))
    })
  })
}

/** An address without what a Keycloak keeps there of the request under way: begun like a token, and no secret in it. */
const withoutAsked = (address: string): string =>
  address.replace(/(?<=[?&]client_data=)[\w-]+/, (kept) => {
    const asked: unknown = JSON.parse(Buffer.from(kept, 'base64url').toString())
    expect(Object.keys(asked ?? {}).sort()).toEqual(['rm', 'rt', 'ru', 'st'])
    return ''
  })
