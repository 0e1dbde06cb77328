import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startFixtureShell, type FixtureShell } from '../testing/fixture-shell.ts'

const provider = 'http://identity.test'
let shell: FixtureShell
let without: FixtureShell
beforeAll(async () => {
  ;[shell, without] = await Promise.all([
    startFixtureShell({ identity: { url: provider, realm: 'ndl' } }, ['calm', 'desk']),
    startFixtureShell({}, ['calm']),
  ])
})
afterAll(() => Promise.all([shell.close(), without.close()]))

async function get(path: string, from = shell): Promise<{ answer: Response; html: string }> {
  const answer = await fetch(`${from.origin}${path}`, { headers: { 'accept-language': 'en' } })
  return { answer, html: await answer.text() }
}
const policyOf = ({ headers }: Response, directive: string): string | undefined =>
  headers
    .get('content-security-policy')
    ?.split('; ')
    .find((one) => one.startsWith(`${directive} `))
const settingsIn = (html: string): Record<string, unknown> =>
  JSON.parse(/id="page-settings">([^<]*)</.exec(html)?.[1] ?? '{}')

describe('every page', () => {
  it('may reach the provider where signing in needs it, and nothing else there', async () => {
    const { answer } = await get('/calm')
    expect(policyOf(answer, 'connect-src')).toBe(`connect-src 'self' ${provider}`)
    expect(policyOf(answer, 'frame-src')).toBe(
      `frame-src http://portal.test/_embed/ ${provider} http://portal.test/auth/silent`,
    )
    expect(policyOf(answer, 'form-action')).toBe(`form-action 'self' ${provider}`)
    for (const directive of ['default-src', 'script-src', 'img-src', 'style-src', 'worker-src'])
      expect(policyOf(answer, directive)).not.toContain(provider)
  })
  it('names the sign-in and its module, and does not fetch it', async () => {
    const { html } = await get('/calm?x=1')
    const { identity, signIn } = settingsIn(html)
    expect(identity).toMatchObject({
      url: provider,
      realm: 'ndl',
      clients: { reader: 'ndl-portal', staff: 'ndl-console' },
    })
    expect(signIn).toBe('reader')
    expect(html).toContain('href="/auth/sign-in?to=%2Fcalm%3Fx%3D1"')
    expect(html).not.toMatch(/modulepreload" href="[^"]*\/auth\./)
  })
  it('of an installation without a provider has no word of it', async () => {
    const { answer, html } = await get('/calm', without)
    expect(html).not.toMatch(/\/auth\/|data-account|identity-away/)
    expect(policyOf(answer, 'connect-src')).toBe("connect-src 'self'")
    expect(settingsIn(html)['identity']).toBeNull()
    expect((await get('/auth/callback', without)).answer.status).toBe(404)
  })
})

describe('pages for readers and for staff on one origin', () => {
  /** Names of the releases whose modules a page has hashes of, and of those that it may go on to without a load. */
  async function releasesOf(path: string): Promise<{ hashed: string[]; known: string[] }> {
    const { html } = await get(path)
    const map: unknown = JSON.parse(/<script type="importmap"[^>]*>([^<]*)</.exec(html)?.[1] ?? '{}')
    const hashed = [...JSON.stringify(map).matchAll(/\/_assets\/releases\/(\w+)\//g)].map(
      ([, name = '']) => name,
    )
    const microfrontends = settingsIn(html)['microfrontends'] as { name: string }[]
    return { hashed: [...new Set(hashed)], known: microfrontends.map(({ name }) => name) }
  }
  it.each([
    ['/calm', ['calm']],
    ['/nothing-here', ['calm']],
    ['/auth/signed-out', ['calm']],
    ['/desk', ['desk']],
    // Only the browser knows who comes back.
    ['/auth/callback', ['calm', 'desk']],
  ])('%s names the modules of %j alone', async (path, names) => {
    expect(await releasesOf(path)).toEqual({ hashed: names, known: names })
  })
  it('lead to each other by links', async () => {
    expect((await get('/calm')).html).toContain('href="/desk"')
  })
})

describe('the pages of signing in', () => {
  it.each(['/auth/sign-in?to=%2Fcalm', '/auth/callback', '/auth/signed-out'])(
    '%s is kept by nobody and tells no other site its address',
    async (path) => {
      const { answer, html } = await get(path)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
      expect(answer.headers.get('cache-control')).toBe('no-store')
      expect(html).toContain('content="noindex"')
    },
  )
  it.each([
    '//evil.example',
    'https://evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    '/"><script>',
  ])('never lead to %s', async (to) => {
    const { html } = await get(`/auth/sign-in?to=${encodeURIComponent(to)}`)
    const [main = ''] = /<main.*<\/main>/s.exec(html) ?? []
    expect(main).not.toMatch(/evil|javascript:|"><script/)
  })
  it('say without scripts why they are needed', async () => {
    const { html } = await get('/auth/sign-in?to=%2Fcalm')
    expect(html).toMatch(/<noscript><p>Signing in needs JavaScript.*href="\/calm"/s)
  })
  it('have one that only a page of the portal may frame, and that does one thing', async () => {
    const { answer, html } = await get('/auth/silent?x=%3Cscript%3E')
    expect(policyOf(answer, 'frame-ancestors')).toBe("frame-ancestors 'self'")
    expect(policyOf(answer, 'default-src')).toBe("default-src 'none'")
    expect(answer.headers.get('x-frame-options')).toBe('SAMEORIGIN')
    expect(html.match(/<script/g)).toHaveLength(1)
    expect(html).toContain('parent.postMessage(location.href,location.origin)')
  })
  it.each(['/auth/sign-in', '/auth/callback', '/auth/silent', '/auth/signed-out'])(
    '%s is not for crawlers',
    async (path) => expect((await get('/robots.txt')).html).toContain(`Disallow: ${path}`),
  )
})
