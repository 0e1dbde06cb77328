// Login pages keep what they promise without a browser: escaped, labelled, in both languages, with one sheet.
import { expect, test } from 'vitest'
import { loginFiles } from './files.ts'
import { address, html } from './html.ts'
import { renderLoginPage, type LoginFrame, type LoginPage, type SignInPage } from './index.ts'
import { problems } from './words/problems.ts'

const frame: LoginFrame = {
  locale: 'zh-CN',
  mode: null,
  scale: 'normal',
  styles: '/resources/login.css',
  script: null,
  portal: 'http://localhost:3000/',
  here: '/realms/ndl/account',
}
const signIn = (given: Partial<SignInPage> = {}): SignInPage => ({
  page: 'sign-in',
  form: { action: '/realms/ndl/login-actions/authenticate?execution=x', hidden: { token: 't' }, faults: [] },
  library: { typed: '', candidates: [], list: '/resources/libraries.json' },
  card: '',
  remember: false,
  again: false,
  site: null,
  staff: false,
  activate: '/realms/ndl/activate',
  ...given,
})
const count = (text: string, part: string | RegExp) => text.split(part).length - 1

test('what a reader typed stays text', () => {
  const typed = `"><script>alert(1)</script>\u202e&`
  const page = renderLoginPage(signIn({ card: typed, library: { typed, candidates: [], list: '/l' } }), frame)
  expect(page).not.toContain('<script>')
  expect(page).not.toContain('\u202e')
  expect(count(page, '&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;')).toBe(2)
})

test('staff are told what of their account to type, and readers of their card', () => {
  expect(renderLoginPage(signIn({ staff: true }), frame)).toContain('admin-1')
  expect(renderLoginPage(signIn(), frame)).not.toContain('admin-1')
})

test('a password is never sent back', () => {
  const page = renderLoginPage(signIn(), frame)
  expect(page).toMatch(/name="password"\s+type="password"\s+value=""/)
})

test('links are paths or http(s); anything else is refused', () => {
  for (const bad of ['javascript:alert(1)', '//evil.test/', '/\\evil.test', 'data:text/html,x', ''])
    expect(() => address(bad)).toThrow(TypeError)
  expect(() => renderLoginPage(signIn({ activate: 'javascript:alert(1)' }), frame)).toThrow(TypeError)
  expect(html`${['<', html`<b></b>`, null, false, 3]}`.toString()).toBe('&lt;<b></b>3')
})

test('each fault is said above the form and at its field, which names it', () => {
  const page = renderLoginPage(
    signIn({
      form: {
        action: '/x',
        hidden: {},
        faults: [
          { field: 'library', problem: 'library-missing' },
          { field: 'password', problem: 'password-missing' },
        ],
      },
    }),
    frame,
  )
  expect(count(page, problems['library-missing']['zh-CN'])).toBe(2)
  expect(page).toMatch(/aria-describedby="library-hint library-fault"\s+aria-invalid="true"/)
  expect(page).toMatch(/aria-describedby="password-fault"\s+aria-invalid="true"/)
  expect(page).toMatch(/id="faults" role="alert" tabindex="-1" autofocus/)
  // One focus only, and it goes to the summary.
  expect(count(page, ' autofocus')).toBe(1)
})

test('without faults the first empty field has the focus', () => {
  const focused = (page: string) =>
    /id="(\w+)"(?:(?!<input)[^])*? autofocus/.exec(
      page.slice(page.lastIndexOf('<input', page.indexOf(' autofocus'))),
    )?.[1]
  expect(focused(renderLoginPage(signIn(), frame))).toBe('library')
  const library = { typed: '浙江图书馆', candidates: [], list: '/l' }
  expect(focused(renderLoginPage(signIn({ library }), frame))).toBe('card')
  expect(focused(renderLoginPage(signIn({ library, card: '1' }), frame))).toBe('password')
})

test('Enter presses the button of the form, not the language', () => {
  const page = renderLoginPage(signIn(), frame)
  const buttons = [...page.matchAll(/<button[^>]*name="(\w+)"/g)].map(([, name]) => name)
  expect(buttons).toEqual(['do', 'locale', 'do'])
})

test('the mode, the size and the language are the reader’s', () => {
  const page = renderLoginPage(signIn(), { ...frame, locale: 'en', mode: 'contrast', scale: 'large' })
  expect(page).toMatch(/<html\s+lang="en"\s+data-mode="contrast"\s+data-scale="large"/)
  expect(page).toContain('<title>Sign in · Shuxiang</title>')
})

const back = { href: '/', name: null }
const form = { action: '/x', hidden: {}, faults: [] }
const others: readonly LoginPage[] = [
  { page: 'one-time-code', form, username: 'n33/1', back },
  { page: 'new-password', form, username: 'n33/1', own: true, back },
  {
    page: 'enrol-device',
    form,
    username: 'n33/1',
    secret: 'JBSWY3DPEHPK3PXP',
    otpauth: 'otpauth://totp/x',
    picture: [[true]],
    own: true,
    replaces: true,
    back,
  },
  {
    page: 'activate',
    form,
    purpose: 'open',
    library: { typed: '', candidates: [], list: '/l' },
    card: '',
    activation: '',
    back,
  },
  {
    page: 'account',
    name: null,
    cards: [],
    hasDevice: true,
    links: { password: '/p', device: '/d', card: '/c', signOut: '/s' },
    back,
  },
  { page: 'sign-out', form, back },
  { page: 'signed-out', back },
  { page: 'done', done: 'device', username: 'n33/1', next: back },
  { page: 'error', trouble: 'expired', requestId: 'r', back },
  { page: 'error', trouble: 'one-card', requestId: 'r', back, remedy: { does: 'activate', href: '/a' } },
]

test.each([signIn(), ...others])('$page: every control has a name, every id is there once', (page) => {
  for (const locale of ['zh-CN', 'en'] as const) {
    const text = renderLoginPage(page, { ...frame, locale })
    expect(text).not.toMatch(/undefined|\[object|\{\w+\}/)
    expect(text).not.toContain('<style')
    expect(text).not.toMatch(/ style="| on\w+="/)
    const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, id] of text.matchAll(/ (?:for|aria-describedby|data-shows|data-caps)="([\w-]+)/g))
      expect(ids).toContain(id)
    for (const [input] of text.matchAll(/<input[^>]*name="(?!remember|pick)\w+"[^>]*>/g))
      if (!input.includes('type="hidden"')) expect(input).toMatch(/autocomplete="[a-z-]+"/)
    // The English page has no Chinese but what is marked as such.
    if (locale === 'en')
      expect(text.replace(/<(\w+)[^>]* lang="zh-CN"[^]*?<\/\1>/g, '')).not.toMatch(/\p{Script=Han}/u)
  }
})

test('the sheet has every property and layer that it uses', () => {
  const css = loginFiles().css.replace(/\/\*[\s\S]*?\*\//g, '')
  const given = new Set([...css.matchAll(/(--[a-z0-9-]+)\s*:/g)].map((match) => match[1]))
  expect(
    [...css.matchAll(/var\((--[a-z0-9-]+)/g)].map((match) => match[1]).filter((name) => !given.has(name)),
  ).toEqual([])
  const own = css.slice(css.indexOf('.login-page'))
  expect(own.match(/#[0-9a-f]{3,8}\b/gi)).toBeNull()
})
