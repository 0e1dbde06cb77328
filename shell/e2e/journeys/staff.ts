// Staff by their second factor, and what somebody of one library may not do at another, by its pages and by swapped ids (attack S17).
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { typeCode, typeCredentials, type Demo } from '../people.ts'
import { interactive } from '../reader.ts'
import type { Visit } from './visit.ts'

/** Somebody at work in the console, and questions with their token. */
interface AtWork {
  readonly page: Page
  /** The codes of the errors, or the answer. */
  ask(query: string): Promise<string>
  close(): Promise<void>
}

const own = 'n33'
const another = 'n44'

export function staffOfOneLibrary(visit: Visit): void {
  const { world } = visit
  const { identity, origin } = world
  const { national, branch, second } = world.staff

  /** The console of whoever signs in; `known`: at the portal, so that only the code is asked. */
  async function atWork(person: Demo, known: boolean): Promise<AtWork> {
    const context = await visit.browser.newContext({ baseURL: origin, locale: 'zh-CN' })
    const page = await context.newPage()
    let authorization = ''
    page.on('request', (request) => {
      if (request.url() === `${origin}/graphql`)
        authorization = request.headers()['authorization'] ?? authorization
    })
    if (known) {
      await page.goto('/')
      await interactive(page)
      await page.locator('[data-account] > a').click()
      await page.waitForURL(`${identity}/**`)
      await typeCredentials(page, person)
      await page.locator('[data-account] summary', { hasText: person.name }).waitFor()
    }
    await page.goto('/console')
    await page
      .getByRole('main')
      .getByRole('button', { name: /^(登录|输入验证码)$/ })
      .click()
    await page.waitForURL(`${identity}/**`)
    if (!known) await typeCredentials(page, person)
    else expect(await page.locator('input[name=password]').isVisible()).toBe(false)
    await typeCode(page, person)
    await page.getByRole('main').getByText(person.username).first().waitFor()
    expect(new URL(page.url()).pathname).toBe('/console')
    return {
      page,
      async ask(query) {
        const answer = await page.evaluate(
          async ({ query, authorization }) => {
            const headers = { 'content-type': 'application/json', authorization }
            const body = JSON.stringify({ query })
            return (await fetch('/graphql', { method: 'POST', headers, body })).text()
          },
          { query, authorization },
        )
        const codes = [...answer.matchAll(/"code":"(\w+)"/g)].map(([, code]) => code)
        return codes.join(' ') || answer
      },
      close: () => context.close(),
    }
  }

  test('whoever works at one library is refused at another, by pages and by swapped ids, and every refusal is noted', async () => {
    const expires = new Date(Date.now() + 30 * 24 * 3600 * 1000).toISOString()
    const terms = (username: string, library: string): string =>
      `library: "${library}", username: "${username}", reason: "分馆事务", expires: "${expires}"`
    const nation = await atWork(national, false)
    // The people to try of the product have their roles; accounts of a Keycloak get theirs here.
    if (world.tested.kind === 'keycloak')
      expect(
        await nation.ask(`mutation { grantRole(${terms(branch.username, own)}, role: EDITOR) { id } }`),
      ).toContain('"id"')
    const given = await nation.ask(
      `mutation { grantRole(${terms(second.username, another)}, role: EDITOR) { id } }`,
    )
    const [, elsewhere = ''] = /"id":"([^"]+)"/.exec(given) ?? []
    expect(elsewhere, given).not.toBe('')
    const proposed = await nation.ask(`mutation { proposeAdmin(${terms(second.username, another)}) { id } }`)
    const [, proposal = ''] = /"id":"([^"]+)"/.exec(proposed) ?? []
    expect(proposal, proposed).not.toBe('')

    const worker = await atWork(branch, true)
    await worker.page.goto(`/console/members?library=${another}`)
    await worker.page.getByRole('main').getByText('您在这座图书馆不能使用这一栏').waitFor()
    const tried = [
      `{ members(library: "${another}") { totalCount } }`,
      `{ adminProposals(library: "${another}") { id } }`,
      `{ auditEntries(library: "${another}") { number } }`,
      `mutation { grantRole(${terms(branch.username, another)}, role: PUBLISHER) { id } }`,
      `mutation { withdrawRole(id: "${elsewhere}", reason: "离馆") { id } }`,
      `mutation { proposeAdmin(${terms(branch.username, another)}) { id } }`,
      `mutation { confirmAdmin(id: "${proposal}") { id } }`,
      `mutation { declineAdmin(id: "${proposal}", reason: "不合适") { id } }`,
      `{ mine: members(library: "${own}") { totalCount } theirs: members(library: "${another}") { totalCount } }`,
    ]
    const refused: string[] = []
    for (const query of tried) refused.push(await worker.ask(query))
    expect(refused.map((codes) => new Set(codes.split(' ')))).toEqual(tried.map(() => new Set(['FORBIDDEN'])))

    const noted = await nation.ask('{ auditEntries(first: 100) { actor action outcome reason library } }')
    const entries = [...noted.matchAll(/\{"actor":"([^"]+)","action":"([^"]+)","outcome":"REFUSED"[^}]*\}/g)]
    const there = entries.filter(([entry]) => entry.includes(`"library":"${another}"`))
    const [actor] = there.at(0)?.slice(1) ?? []
    const actions = there.filter(([, by]) => by === actor).map(([, , action]) => action)
    // The same refusal of the same person is noted once a minute: two asked for the members, and two decided on one proposal.
    expect(actions.length, noted).toBeGreaterThanOrEqual(tried.length - 2)
    expect(await nation.ask(`{ members(library: "${another}") { edges { node { id state } } } }`)).toContain(
      `{"id":"${elsewhere}","state":"IN_EFFECT"}`,
    )
    await nation.ask(`mutation { declineAdmin(id: "${proposal}", reason: "试过了") { id } }`)
    await nation.ask(`mutation { withdrawRole(id: "${elsewhere}", reason: "试过了") { id } }`)
    await worker.close()
    await nation.close()
  })
}
