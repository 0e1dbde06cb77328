// Signing in by card and coming back to the very place, in both languages and by keyboard, and signing out.
import { describe, expect, test } from 'vitest'
import { violations } from '../axe.ts'
import { typeCredentials } from '../people.ts'
import { firstFound } from '../records.ts'
import { interactive } from '../reader.ts'
import { keeps, type Visit } from './visit.ts'

export function thereAndBack(visit: Visit): void {
  const { world, account, named, words } = visit
  const { origin, identity, reader } = world

  describe('by keyboard', () => {
    test.each([
      ['zh-CN', 'zh-CN', '登录', '退出登录', '您已退出登录'],
      ['en-GB', 'en', 'Sign in', 'Sign out', 'You are signed out'],
    ] as const)(
      'in %s a reader signs in from a record on pages of that language, comes back to it, and signs out',
      async (locale, language, signIn, signOut, signedOut) => {
        await visit.open({ locale })
        const { page } = visit
        const record = await firstFound(origin, '明月')
        await page.goto(record)
        await interactive(page)
        const before = await page.locator('.nav').boundingBox()
        await page.getByRole('link', { name: signIn }).focus()
        await page.keyboard.press('Enter')
        await page.waitForURL(`${identity}/**`)
        expect(await page.locator('html').getAttribute('lang')).toBe(language)
        await typeCredentials(page, reader)
        await named().waitFor()
        expect(new URL(page.url()).pathname).toBe(new URL(record, origin).pathname)
        await page.locator('main h1').waitFor()
        // Who reads is known later than the page; nothing may have moved.
        expect(await page.locator('.nav').boundingBox()).toEqual(before)

        await account().locator('summary').focus()
        await page.keyboard.press('Enter')
        expect(await account().innerText()).toContain(reader.username)
        expect(await violations(page)).toEqual([])
        await page.keyboard.press('Escape')
        expect(await account().locator('details').getAttribute('open')).toBeNull()
        await page.keyboard.press('Enter')
        await page.getByRole('button', { name: signOut }).focus()
        await page.keyboard.press('Enter')
        await page.waitForURL(`${origin}/auth/signed-out`)
        expect(await page.locator('h1').innerText()).toBe(signedOut)
        expect(await violations(page)).toEqual([])
        expect(visit.opened.errors).toEqual([])
      },
    )

    test('the session is found again after a load, without a word of the provider in between', async () => {
      await visit.signInFrom('/')
      await visit.page.reload()
      await named().waitFor()
      expect(visit.page.url()).toBe(`${origin}/`)
    })
  })

  test('where the reader was is where they come back to: path, height, and what they typed', async () => {
    const { page } = visit
    await page.goto('/search?q=明月')
    await interactive(page)
    await page.evaluate(() => {
      const secret = Object.assign(document.createElement('input'), { name: 'secret', type: 'password' })
      document.querySelector('main')?.append(secret)
      secret.value = 'never-to-be-kept'
      scrollTo(0, 420)
    })
    await words().evaluate((input: HTMLInputElement) => {
      input.value = '明月几时'
      input.dispatchEvent(new Event('input', { bubbles: true }))
    })
    const top = await page.evaluate(() => scrollY)
    await visit.press('[data-account] > a')
    await page.waitForURL(`${identity}/**`)
    await page.goBack()
    await interactive(page)
    expect(await keeps(page, visit.opened.context)).not.toContain('never-to-be-kept')
    await expect.poll(() => words().inputValue()).toBe('明月几时')
    await page.evaluate((to) => scrollTo(0, to), top)
    await visit.press('[data-account] > a')
    await page.waitForURL(`${identity}/**`)
    await typeCredentials(page, reader)
    await named().waitFor()
    expect(page.url()).toBe(`${origin}/search?q=%E6%98%8E%E6%9C%88`)
    await expect.poll(() => words().inputValue()).toBe('明月几时')
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(top)
    // Once: the next page is not given it again.
    expect(await page.evaluate(() => sessionStorage.getItem('shuxiang.place'))).toBeNull()
  })

  test('a name that comes with the way to sign in is there already, and only the password is typed', async () => {
    const { page } = visit
    await page.goto(`/auth/sign-in#name=${encodeURIComponent(reader.username)}`)
    await page.waitForURL(`${identity}/**`)
    const [, card = ''] = reader.username.split('/')
    if (world.tested.kind === 'embedded') expect(await page.locator('[name=card]').inputValue()).toBe(card)
    else expect(await page.locator('[name=username]').inputValue()).toBe(reader.username)
    await page.locator('[name=password]').fill(reader.password)
    await page.locator('[name=password]').press('Enter')
    await named().waitFor()
    expect(page.url()).toBe(`${origin}/`)
  })

  test('an answer of the provider that is used a second time does not sign in again', async () => {
    let callback = ''
    visit.page.on('framenavigated', (frame) => {
      if (frame.url().includes('/auth/callback#')) callback = frame.url()
    })
    await visit.signInFrom('/')
    const other = await visit.opened.context.newPage()
    await other.goto(callback)
    await other.getByRole('heading', { name: '登录没有完成' }).waitFor()
    expect(callback).toContain('code=')
  })

  test('the account page opens from the masthead, in the language of the portal, and says whose it is', async () => {
    const { page } = visit
    await visit.signInFrom('/')
    await account().locator('summary').click()
    await account().locator(`a[href^="${identity}/"]`).click()
    await page.waitForURL(`${identity}/realms/ndl/account**`)
    await page
      .getByText(reader.username)
      .or(page.locator(`input[value="${reader.username}"]`))
      .first()
      .waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
  })
}
