// Several windows of one reader, and a session that ends under their hands.
import { describe, expect, test } from 'vitest'
import { violations } from '../axe.ts'
import { blockForeignCookies, interactive } from '../reader.ts'
import { later, type Visit } from './visit.ts'

export function severalWindows(visit: Visit): void {
  const { world, account, named, notice, words } = visit
  const { origin } = world

  describe('several windows', () => {
    test('signing out in one is seen in the others, which keep what was typed', async () => {
      await visit.signInFrom('/')
      const other = await visit.opened.context.newPage()
      await other.goto('/search?q=明月')
      await named(other).waitFor()
      await words(other).fill('明月几时有')
      await account().locator('summary').click()
      await account().locator('[data-sign-out]').click()
      await notice('您已在另一个窗口退出登录。', other).waitFor()
      expect(await account(other).locator('a').innerText()).toBe('登录')
      expect(await words(other).inputValue()).toBe('明月几时有')
      expect(await violations(other)).toEqual([])
    })

    test('two that refresh at once both stay signed in', async () => {
      await visit.signInFrom('/')
      const other = await visit.opened.context.newPage()
      await other.goto('/')
      await named(other).waitFor()
      const refreshed: number[] = []
      for (const one of [visit.page, other])
        one.on('response', (response) => {
          if (response.url().endsWith('/token')) refreshed.push(response.status())
        })
      await Promise.all(
        [visit.page, other].map(async (one) => {
          await later(one)
          // Several questions at once: one refresh serves them all.
          await interactive(one)
          await words(one).fill('明月')
          await words(one).press('Enter')
          await one.getByTestId('result-count').waitFor()
        }),
      )
      expect(refreshed).toEqual([200, 200])
      expect(await Promise.all([named().count(), named(other).count()])).toEqual([1, 1])
    })
  })

  test('where cookies of other sites are blocked, one redirect finds the session, then a press does, without a password', async () => {
    const { page } = visit
    await visit.signInFrom('/')
    await blockForeignCookies(page)
    const led: string[] = []
    page.on('request', (request) => {
      if (request.isNavigationRequest() && request.frame() === page.mainFrame()) led.push(request.url())
    })
    await page.goto('/search?q=明月')
    await page.waitForURL(`${origin}/auth/callback**`)
    await named().waitFor()
    expect(page.url()).toBe(`${origin}/search?q=%E6%98%8E%E6%9C%88`)
    expect(led.filter((url) => url.includes('prompt=none'))).toHaveLength(1)

    // A page that is loaded again and again must come to rest.
    await page.goto('/search?q=明月')
    await interactive(page)
    await expect
      .poll(() => page.evaluate(() => localStorage.getItem('shuxiang.signed-in-here')), { timeout: 10_000 })
      .toBeNull()
    expect(await account().locator('a').innerText()).toBe('登录')
    expect(led.filter((url) => url.includes('prompt=none'))).toHaveLength(1)
    await visit.press('[data-account] > a')
    await named().waitFor()
    expect(page.url()).toBe(`${origin}/search?q=%E6%98%8E%E6%9C%88`)
  })

  test('a session that ends in the middle of a form leaves what was typed, and signing in again brings it back', async () => {
    const { page } = visit
    await visit.signInFrom('/search?q=明月')
    await page.route('**/protocol/openid-connect/token', (route) =>
      route.fulfill({
        status: 400,
        json: { error: 'invalid_grant' },
        headers: { 'access-control-allow-origin': origin, 'access-control-allow-credentials': 'true' },
      }),
    )
    await later(page)
    await page.locator('aside input[type=checkbox]').first().check()
    await notice('登录已到期').waitFor()
    await page.getByTestId('result-count').waitFor()
    await page.unroute('**/protocol/openid-connect/token')
    await words().fill('明月几时有')
    const here = page.url()
    await page.getByRole('button', { name: '重新登录' }).click()
    await named().waitFor()
    expect(page.url()).toBe(here)
    await expect.poll(() => words().inputValue()).toBe('明月几时有')
  })
}
