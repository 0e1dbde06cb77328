// A real Keycloak that stands still, is slow, and dies; the last tests of a file, for nothing of it is there after.
import { expect, test } from 'vitest'
import type { Keycloak } from '@shuxiang/identity/peer'
import { typeCredentials } from '../people.ts'
import { interactive, openReader } from '../reader.ts'
import { AWAY } from './faults.ts'
import type { Visit } from './visit.ts'

/** Milliseconds that a slow Keycloak stands still: less than a page waits. */
const SLOW = 1_500

export function keycloakUnderFaults(visit: Visit, { pid }: Keycloak): void {
  const { world, named, notice, words } = visit
  const { identity, origin, reader } = world
  /** To Java too, which the launcher may have started. */
  const signal = (name: 'SIGSTOP' | 'SIGCONT' | 'SIGKILL'): void => void process.kill(-pid, name)

  test('a Keycloak that stands still is told of, one that is slow is waited for, and nothing typed is lost', async () => {
    const { page } = visit
    await page.goto('/search?q=明月')
    await interactive(page)
    await words().fill('明月几时有')
    signal('SIGSTOP')
    try {
      await visit.press('[data-account] > a')
      await notice(AWAY['zh-CN']).waitFor({ timeout: 6_000 })
      expect(await words().inputValue()).toBe('明月几时有')
    } finally {
      signal('SIGCONT')
    }
    await page.getByRole('button', { name: '再试一次' }).click()
    await page.waitForURL(`${identity}/**`)
    signal('SIGSTOP')
    const on = setTimeout(signal, SLOW, 'SIGCONT')
    try {
      await typeCredentials(page, reader)
      await named().waitFor()
    } finally {
      clearTimeout(on)
      signal('SIGCONT')
    }
    await expect.poll(() => words().inputValue()).toBe('明月几时有')
  })

  test('a Keycloak that dies keeps nobody from reading: who is signed in stays so, who is not is told', async () => {
    const { page } = visit
    await visit.signInFrom('/search?q=花')
    signal('SIGKILL')
    await words().fill('明月')
    await words().press('Enter')
    await page.getByRole('heading', { name: /明月/ }).waitFor()
    await page.getByTestId('result-count').waitFor()
    expect(await named().count()).toBe(1)
    const other = await openReader(visit.browser, origin)
    await other.page.goto('/search?q=明月')
    await interactive(other.page)
    await words(other.page).fill('明月几时有')
    await visit.press('[data-account] > a', other.page)
    await notice(AWAY['zh-CN'], other.page).waitFor({ timeout: 6_000 })
    expect(await words(other.page).inputValue()).toBe('明月几时有')
    await other.close()
  })
}
