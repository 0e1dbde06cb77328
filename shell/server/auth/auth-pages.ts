/** The portal's own pages on the way into a session and out of it. What they do, the runtime does; they say it. */
import { escape } from '@shuxiang/site-render'
import type { Locale } from '@shuxiang/sdk/contract'
import { safeReturnPath } from '@shuxiang/sdk/return-path'
import type { Exchange } from '../http/exchange.ts'
import { draftPage, sendErrorPage, type PageParts } from '../pages/page-writer.ts'
import { PLAIN_PAGE, type DeclaredPage } from '../pages/page-needs.ts'
import { AUTH_PATHS } from './identity.ts'

const WORDS = {
  'zh-CN': {
    title: '登录',
    leaving: '正在前往登录页面……',
    finishing: '正在完成登录……',
    withoutScript:
      '登录需要浏览器运行 JavaScript，因为登录凭据只保存在打开的页面里。不登录也可以检索和阅读所有公开资源。',
    onward: '继续浏览',
    unfinished: '登录没有完成',
    why: '这个登录链接已经用过、已经过期，或者不是从这里开始的。您的账户没有任何变化。',
    again: '重新登录',
    signedOut: '您已退出登录',
    signedOutText: '所有窗口都已退出。在公用电脑上，请同时关闭浏览器。',
    home: '返回首页',
  },
  en: {
    title: 'Sign in',
    leaving: 'Going to the sign-in page…',
    finishing: 'Completing your sign-in…',
    withoutScript:
      'Signing in needs JavaScript, because what proves your sign-in is kept in the open page only. Everything public can be searched and read without signing in.',
    onward: 'Read on',
    unfinished: 'The sign-in was not completed',
    why: 'This sign-in link was used before, has expired, or was not begun here. Nothing about your account has changed.',
    again: 'Sign in again',
    signedOut: 'You are signed out',
    signedOutText: 'All windows are signed out. On a shared computer, please close the browser too.',
    home: 'Home page',
  },
} as const satisfies Record<Locale, Record<string, string>>

/** What is passed in the address is for this page only: no store keeps it, no other site is told. */
const HEADERS = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' }

type Words = (typeof WORDS)[Locale]

/** `/auth/sign-in?to=<path>`: the runtime leaves for the provider at once. */
export function serveSignIn(parts: PageParts, exchange: Exchange): Promise<void> {
  const to = safeReturnPath(exchange.url.searchParams.get('to'))
  return serve(parts, exchange, (words) => waiting(words, words.leaving, to))
}

/** `/auth/callback`: where the provider leads back. The runtime ends the sign-in and goes on. */
export function serveCallback(parts: PageParts, exchange: Exchange): Promise<void> {
  return serve(parts, exchange, (words) => `${waiting(words, words.finishing, '/')}${unfinished(words)}`, {
    declared: { ...PLAIN_PAGE, signIn: 'either' },
  })
}

/** `/auth/signed-out`: where the provider leads after a session has ended. */
export function serveSignedOut(parts: PageParts, exchange: Exchange): Promise<void> {
  return serve(
    parts,
    exchange,
    (words) => `<section class="auth"><h1>${words.signedOut}</h1><p>${words.signedOutText}</p>
<p class="acts"><a class="btn primary" href="/">${words.home}</a> <a class="btn" href="${AUTH_PATHS.signIn}?to=%2F" rel="nofollow">${words.again}</a></p></section>`,
    { title: 'signedOut' },
  )
}

async function serve(
  parts: PageParts,
  exchange: Exchange,
  content: (words: Words) => string,
  {
    title = 'title',
    declared,
  }: { readonly title?: 'title' | 'signedOut'; readonly declared?: DeclaredPage } = {},
): Promise<void> {
  if (parts.identity === null) return sendErrorPage(parts, exchange, 404)
  const draft = await draftPage(parts, exchange, null, declared)
  const words = WORDS[draft.preferences.locale]
  await draft.finish({
    status: 200,
    head: { title: words[title], robots: 'noindex' },
    main: `<div class="wrap">${content(words)}</div>`,
    headers: HEADERS,
  })
}

/** While the runtime works; without scripts there is nothing to wait for, and it says so. */
function waiting(words: Words, sentence: string, to: string): string {
  return `<section class="auth" data-sign-in="waiting"><h1>${words.title}</h1><p role="status">${sentence}</p>
<noscript><p>${words.withoutScript}</p><p class="acts"><a class="btn primary" href="${escape(to)}">${words.onward}</a></p></noscript></section>`
}

/** Shown by the runtime when there was nothing that it could end. */
function unfinished(words: Words): string {
  return `<section class="auth" data-sign-in="unfinished" hidden><h1 tabindex="-1">${words.unfinished}</h1><p>${words.why}</p>
<p class="acts"><a class="btn primary" href="${AUTH_PATHS.signIn}?to=%2F" rel="nofollow">${words.again}</a> <a class="btn" href="/">${words.home}</a></p></section>`
}
