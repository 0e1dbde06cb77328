/** The security headers of every answer and the content policy of pages. */
import type { Locale } from '@shuxiang/sdk/contract'
import type { PolicyKey } from '@shuxiang/sdk/page-policy'

/** Trusted Types policies that pages may create: Vue's own, and the runtime's for fragments of this server. */
export const TRUSTED_TYPES_POLICIES = ['vue', 'shuxiang'] as const

export interface PolicyOptions {
  readonly nonce: string
  /** Origins of Vite servers in development; empty otherwise. */
  readonly devOrigins: readonly string[]
  /** What the page declares to need, as `policyNeeds` of the SDK writes it. */
  readonly needs: readonly string[]
  /** Origin of content that must not touch the portal; null: there is none, and nothing comes from there. */
  readonly contentOrigin: string | null
  /** Below this address are the documents in which frames of other places stand. */
  readonly embeds: string
  /** Below this address are the documents in which drafts are drawn. */
  readonly canvas: string
  /** Below this address are the documents that microfrontends declare for their own pages. */
  readonly declaredFrames: string
  /** What signing in needs; null: nobody can. */
  readonly signingIn: {
    /** Origin of the provider: it is asked for tokens, framed for a moment, and told by a form that somebody leaves. */
    readonly provider: string
    /** Document of this portal that the provider leads a frame to. */
    readonly silent: string
  } | null
}

/**
 * Content-Security-Policy of a page. Scripts run by nonce and by what a trusted script loads; no string becomes markup
 * without a named policy; nothing frames us. Media, frames and workers are for pages that declare them: all three are
 * named even when they are refused, because a worker that is not named may be what a trusted script may load. Development adds the Vite origins and the style elements Vite makes.
 */
export function contentPolicy({
  nonce,
  devOrigins,
  needs,
  contentOrigin,
  embeds,
  canvas,
  declaredFrames,
  signingIn,
}: PolicyOptions): string {
  const dev = devOrigins.length > 0
  const sockets = devOrigins.map((origin) => origin.replace(/^http/, 'ws'))
  const places: Readonly<Record<string, readonly string[]>> = {
    own: ["'self'"],
    blob: ['blob:'],
    content: contentOrigin === null ? [] : [contentOrigin],
    canvas: [canvas],
    declared: [declaredFrames],
  }
  const provider = signingIn === null ? [] : [signingIn.provider]
  const frames = signingIn === null ? [] : [signingIn.provider, signingIn.silent]
  const declared = (what: PolicyKey): string[] =>
    needs
      .map((need) => need.split(' '))
      .flatMap(([kind, source = '']) => (kind === what ? (places[source] ?? []) : []))
  const directives: readonly (readonly string[])[] = [
    ['default-src', "'none'"],
    ['script-src', `'nonce-${nonce}'`, "'strict-dynamic'"],
    ['style-src', "'self'", ...(dev ? ["'unsafe-inline'", ...devOrigins] : [])],
    ['img-src', "'self'", 'data:', ...declared('images'), ...devOrigins],
    ['media-src', ...orNone(declared('media'))],
    ['frame-src', embeds, ...declared('frames'), ...frames],
    ['worker-src', ...orNone(declared('workers'))],
    ['font-src', "'self'"],
    ['connect-src', "'self'", ...provider, ...devOrigins, ...sockets],
    ['manifest-src', "'self'"],
    ['form-action', "'self'", ...provider],
    ['base-uri', "'none'"],
    ['frame-ancestors', "'none'"],
    ['require-trusted-types-for', "'script'"],
    ['trusted-types', ...TRUSTED_TYPES_POLICIES],
  ]
  return directives.map((directive) => directive.join(' ')).join('; ')
}

const orNone = (sources: readonly string[]): readonly string[] => (sources.length > 0 ? sources : ["'none'"])

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
    // Where somebody is may be asked by our own pages, for libraries nearby: decision 0125.
    'permissions-policy':
      'camera=(), microphone=(), geolocation=(self), payment=(), usb=(), interest-cohort=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-frame-options': 'DENY',
    ...(secure ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  }
}

/**
 * Policy of published pages of branch sites: no script at all, and nothing from anywhere else. Of this site only the documents
 * of embeds let themselves be framed.
 */
export const RELEASE_POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; media-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

/** Policy of the document that holds the frame of one other place: that frame and nothing else, for pages of this site only. */
export function embedPolicy(origin: string, styleHash: string): string {
  return `default-src 'none'; style-src '${styleHash}'; frame-src ${origin}; frame-ancestors 'self'; base-uri 'none'; form-action 'none'`
}

/** Policy of the document in which drafts are drawn: no script, no frame, nothing from elsewhere, for pages of this origin only. */
export const CANVAS_POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'"

/**
 * Policy of a document that a microfrontend declares for its own pages: one module of this origin runs in it, which may write
 * styles and asks nobody anything. It has no Trusted Types, so a library that needs none of our powers can run there.
 */
export const FRAME_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'none'; frame-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'; frame-ancestors 'self'"

/**
 * Policy of code of a library: it may run and draw what is in it, and fetches, sends and leads nowhere. `sandbox` holds also
 * where it is opened by itself: it is of no origin, whatever stands around it. `framedBy`: the one origin whose pages show it.
 */
export function codePolicy(framedBy: string): string {
  return `sandbox allow-scripts; default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; font-src data:; media-src data:; frame-ancestors ${framedBy}; base-uri 'none'; form-action 'none'`
}

/** Code of a library is given no device and no power. */
export const CODE_PERMISSIONS =
  'accelerometer=(), autoplay=(), bluetooth=(), camera=(), clipboard-read=(), clipboard-write=(), display-capture=(), encrypted-media=(), fullscreen=(), gamepad=(), geolocation=(), gyroscope=(), hid=(), idle-detection=(), local-fonts=(), magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), publickey-credentials-get=(), screen-wake-lock=(), serial=(), storage-access=(), usb=(), web-share=(), window-management=(), xr-spatial-tracking=()'

/** Policy of answers that are no pages: were one shown as a document, it could do nothing. */
export const INERT_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox"
