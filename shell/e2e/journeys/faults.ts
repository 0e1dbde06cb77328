// A provider that is down, silent or erring, and a clock that is off: the page stays, and says what is to be said.
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { violations } from '../axe.ts'
import { interactive } from '../reader.ts'
import { clockOff, type Visit } from './visit.ts'

/** The sentence above the page. */
export const AWAY = {
  'zh-CN': '登录服务暂时没有回应',
  'en-GB': 'The sign-in service does not answer',
} as const

/** What stands between the page and the provider. */
const faults = ['down', 'silent', 'erring'] as const

async function cut(page: Page, identity: string, fault: (typeof faults)[number]): Promise<void> {
  await page.route(`${identity}/**`, (route) => {
    if (fault === 'down') return route.abort('connectionrefused')
    if (fault === 'erring')
      return route.fulfill({ status: 500, body: 'x', headers: { 'access-control-allow-origin': '*' } })
  })
}

export function faultsOfTheProvider(visit: Visit): void {
  const { world, named, notice, words } = visit
  const { identity } = world

  describe('a provider that is', () => {
    test.each([...faults.map((fault) => [fault, 'zh-CN'] as const), ['down', 'en-GB'] as const])(
      '%s leaves the page as it is and says so, in %s',
      async (fault, locale) => {
        await visit.open({ locale })
        const { page } = visit
        await page.goto('/search?q=明月')
        await interactive(page)
        await cut(page, identity, fault)
        await words().fill('明月几时有')
        await visit.press('[data-account] > a')
        await notice(AWAY[locale]).waitFor({ timeout: 6_000 })
        expect(await words().inputValue()).toBe('明月几时有')
        expect(await violations(page)).toEqual([])
        await page.unrouteAll({ behavior: 'ignoreErrors' })
        await page.getByRole('button', { name: /再试一次|Try again/ }).click()
        await page.waitForURL(`${identity}/**`)
      },
    )

    test.each(faults)('%s does not keep a reader from the page who was signed in', async (fault) => {
      const { page } = visit
      await visit.signInFrom('/')
      await cut(page, identity, fault)
      await page.goto('/search?q=明月')
      await interactive(page)
      await notice(AWAY['zh-CN']).waitFor({ timeout: 8_000 })
      await page.unrouteAll({ behavior: 'ignoreErrors' })
      await page.getByRole('button', { name: '再试一次' }).click()
      await named().waitFor()
    })
  })
}

export function clocksThatAreOff(visit: Visit): void {
  const { named, notice, words } = visit

  test.each([
    ['ahead', 300_000],
    ['behind', -300_000],
  ])(
    'a clock five minutes %s signs in, and asks for no more tokens than one that is right',
    async (_, by) => {
      const { page } = visit
      await clockOff(visit.opened.context, by)
      let tokens = 0
      page.on('request', (request) => {
        if (request.url().endsWith('/token')) tokens += 1
      })
      await visit.signInFrom('/search?q=花')
      await words().fill('明月')
      await words().press('Enter')
      await page.getByTestId('result-count').waitFor()
      expect(await named().count()).toBe(1)
      expect(await notice('').count()).toBe(0)
      expect(tokens).toBe(1)
      await page.goto('/my')
      await named().waitFor()
      await page.getByRole('heading', { name: '书架' }).first().waitFor()
    },
  )
}
