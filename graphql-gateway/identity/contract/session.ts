// A signed-in person, as a client has them.
import { z } from 'zod'
import { signIn, type Asked, type Person } from './sign-in.ts'
import { post, requestOf, type Client, type Tested } from './tested.ts'
import { visitor, type Visitor } from './visitor.ts'

const tokens = z.object({
  access_token: z.string(),
  id_token: z.string(),
  refresh_token: z.string(),
  token_type: z.string(),
  expires_in: z.number(),
  refresh_expires_in: z.number(),
  'not-before-policy': z.number(),
  session_state: z.string(),
  scope: z.string(),
})

export type Tokens = z.infer<typeof tokens>

/** Tokens and the browser that they were made in. */
export interface Signed {
  readonly tokens: Tokens
  readonly browser: Visitor
  /** The address that the provider led back to. */
  readonly callback: URL
  readonly nonce: string
}

export interface SignInOptions {
  readonly browser?: Visitor
  /** Parameters of the request otherwise than our front end sends them. */
  readonly request?: Readonly<Record<string, string | null>>
  readonly type?: Readonly<Partial<Record<Asked, string>>>
}

/** Errors: `Error` when the provider does not lead back with a code. */
export async function signedIn(
  tested: Tested,
  client: Client,
  person: Person,
  { browser = visitor(new URL(tested.issuer).origin), request: other = {}, type = {} }: SignInOptions = {},
): Promise<Signed> {
  const request = requestOf(tested, client, other)
  const stop = await signIn(browser, request.address, person, type)
  if (stop.at === 'page')
    throw new Error(
      `the provider shows a page (${stop.page.status}) in place of a code: ${stop.page.text.slice(0, 600)}`,
    )
  const code = stop.address.searchParams.get('code')
  if (code === null) throw new Error(`no code came back: ${stop.address.search}`)
  const answer = await exchange(tested, client, code, request.verifier)
  if (!answer.ok) throw new Error(`no tokens for the code: ${await answer.text()}`)
  return {
    tokens: tokens.parse(await answer.json()),
    browser,
    callback: stop.address,
    nonce: request.nonce,
  }
}

/** Asks for the tokens of a code. */
export function exchange(tested: Tested, client: Client, code: string, verifier: string): Promise<Response> {
  return post(tested, 'token', {
    grant_type: 'authorization_code',
    client_id: client.id,
    redirect_uri: client.redirect,
    code,
    code_verifier: verifier,
  })
}

/** Asks for new tokens. */
export function refresh(tested: Tested, client: Client, token: string): Promise<Response> {
  return post(tested, 'token', { grant_type: 'refresh_token', client_id: client.id, refresh_token: token })
}

/** The two readable parts of a token, unchecked. */
export function partsOf(token: string): {
  readonly header: Readonly<Record<string, unknown>>
  readonly claims: Readonly<Record<string, unknown>>
} {
  const record = z.record(z.string(), z.unknown())
  const [header, claims] = token
    .split('.')
    .slice(0, 2)
    .map((part) => record.parse(JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))))
  return { header: header ?? {}, claims: claims ?? {} }
}
