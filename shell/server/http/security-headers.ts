/** The security headers of every answer and the content policy of pages. */
import type { Locale } from '@shuxiang/sdk/contract'

/** Trusted Types policies that pages may create: Vue's own, and the runtime's for fragments of this server. */
export const TRUSTED_TYPES_POLICIES = ['vue', 'shuxiang'] as const

export interface PolicyOptions {
  readonly nonce: string
  /** Origins of Vite servers in development; empty otherwise. */
  readonly devOrigins: readonly string[]
}

/**
 * Content-Security-Policy of a page. Scripts run by nonce and by what a trusted script loads; no string becomes markup
 * without a named policy; nothing frames us. Development adds the Vite origins and the style elements Vite makes.
 */
export function contentPolicy({ nonce, devOrigins }: PolicyOptions): string {
  const dev = devOrigins.length > 0
  const sockets = devOrigins.map((origin) => origin.replace(/^http/, 'ws'))
  const directives: readonly (readonly string[])[] = [
    ['default-src', "'none'"],
    ['script-src', `'nonce-${nonce}'`, "'strict-dynamic'"],
    ['style-src', "'self'", ...(dev ? ["'unsafe-inline'", ...devOrigins] : [])],
    ['img-src', "'self'", 'data:', ...devOrigins],
    ['font-src', "'self'"],
    ['connect-src', "'self'", ...devOrigins, ...sockets],
    ['manifest-src', "'self'"],
    ['form-action', "'self'"],
    ['base-uri', "'none'"],
    ['frame-ancestors', "'none'"],
    ['require-trusted-types-for', "'script'"],
    ['trusted-types', ...TRUSTED_TYPES_POLICIES],
  ]
  return directives.map((directive) => directive.join(' ')).join('; ')
}

/** Headers of a page, on top of `baseHeaders`. */
export function pageHeaders(options: PolicyOptions & { readonly locale: Locale }): Record<string, string> {
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-language': options.locale,
    'content-security-policy': contentPolicy(options),
    // Every module must have its hash in the import map; Vite's dev server has none.
    ...(options.devOrigins.length > 0 ? {} : { 'integrity-policy': 'blocked-destinations=(script)' }),
    'cache-control': 'private, no-cache',
    vary: 'Cookie, Accept-Language, Accept, Accept-Encoding',
  }
}

/** Headers of every answer. `secure` when readers come by https. */
export function baseHeaders(requestId: string, secure: boolean): Record<string, string> {
  return {
    'x-request-id': requestId,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-frame-options': 'DENY',
    ...(secure ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  }
}

/** Policy of answers that are no pages: were one shown as a document, it could do nothing. */
export const INERT_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox"
