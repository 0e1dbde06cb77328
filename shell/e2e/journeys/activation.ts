// A card with its code, from the page that activates it to the reader's name in the masthead: beside either provider.
import { expect, test } from 'vitest'
import { violations } from '../axe.ts'
import type { Visit } from './visit.ts'

export function activation(visit: Visit): void {
  const { identity, origin, card } = visit.world
  const password = '半亩方塘，一鉴开'

  test('a card is activated: a wrong code first, then the right one, and its reader signs in with the name already there', async () => {
    const { page } = visit
    const [, number = ''] = card.username.split('/')
    await page.goto(card.page)
    await page.fill('#library', '余杭区')
    await page.fill('#card', number)
    await page.fill('#activation', 'AAAAA-AAAAA')
    await page.fill('#chosen', password)
    await page.fill('#repeat', password)
    await page.keyboard.press('Enter')
    await page.locator('#faults').waitFor()
    expect(await page.inputValue('#card')).toBe(number)
    expect(await violations(page)).toEqual([])

    await page.fill('#activation', card.code.toLowerCase())
    await page.fill('#chosen', password)
    await page.fill('#repeat', password)
    await page.keyboard.press('Enter')
    await page.locator(`a[href^="${origin}/auth/sign-in"]`).click()
    await page.waitForURL(`${identity}/realms/ndl/**`)
    await page.locator('[name=password]').fill(password)
    await page.keyboard.press('Enter')
    await visit.account().locator('summary', { hasText: card.name }).waitFor()
    expect(page.url()).toBe(`${origin}/`)
  })
}
