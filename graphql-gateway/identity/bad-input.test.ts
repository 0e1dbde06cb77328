// Where each kind of bad input at signing in is tried: a table that fails when a test it names is not there any more.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const root = new URL('../../', import.meta.url)

/** What goes wrong -> the file, and the beginning of the test's name as it stands there. */
const tried: readonly (readonly [what: string, file: string, name: string])[] = [
  [
    'a wrong activation code',
    'graphql-gateway/identity/cards/cards.integration.test.ts',
    'of another card, a wrong or late one',
  ],
  ['a used activation code', 'graphql-gateway/identity/cards/suite.ts', 'a wrong code, one of another card'],
  [
    'one code, several passwords',
    'graphql-gateway/identity/cards/cards.integration.test.ts',
    'sent several times at once with different',
  ],
  [
    'a double press',
    'graphql-gateway/identity/cards/cards.integration.test.ts',
    'sent several times at once with one password',
  ],
  [
    'a code burnt by an outsider',
    'graphql-gateway/identity/cards/cards.integration.test.ts',
    'is not used up by',
  ],
  [
    'a number given to somebody else',
    'graphql-gateway/identity/cards/handing-on.integration.test.ts',
    'about a new holder takes the card',
  ],
  [
    'a used one-time code',
    'graphql-gateway/identity/people/people.integration.test.ts',
    'a code is accepted once',
  ],
  [
    'a used authorization code',
    'graphql-gateway/identity/provider/attacks.integration.test.ts',
    'is refused, and what it gave is dead',
  ],
  [
    'a used callback, in a browser',
    'shell/e2e/journeys/there-and-back.ts',
    'an answer of the provider that is used a second time',
  ],
  [
    'junk tokens',
    'graphql-gateway/gateway/authentication/tokens.integration.test.ts',
    'another payload under',
  ],
  ['algorithm none', 'graphql-gateway/gateway/authentication/tokens.integration.test.ts', 'none'],
  [
    'HS256 with the public key',
    'graphql-gateway/gateway/authentication/tokens.integration.test.ts',
    'HS256 with the public key',
  ],
  ['junk in a form', 'graphql-gateway/identity/pages/pages.integration.test.ts', 'of junk never end in'],
  ['a card of 8 KB', 'graphql-gateway/identity/people/proofs.test.ts', 'of eight thousand characters'],
  [
    'a form of 40 KB',
    'graphql-gateway/identity/pages/pages.integration.test.ts',
    'too long, of another type',
  ],
  [
    'names that look like others',
    'graphql-gateway/identity/people/proofs.test.ts',
    '%s, which only looks like',
  ],
  [
    'an unknown name, by time and words',
    'graphql-gateway/identity/people/people.integration.test.ts',
    'wrong, unknown, disabled and locked',
  ],
  [
    'the same on the page',
    'graphql-gateway/identity/pages/pages.integration.test.ts',
    'wrong, unknown and locked look the same',
  ],
  [
    'many names from one address',
    'graphql-gateway/identity/people/people.integration.test.ts',
    'one address is stopped',
  ],
  [
    'fifty guesses at once',
    'graphql-gateway/identity/people/people.integration.test.ts',
    'fifty guesses at once',
  ],
  [
    'a flood of sign-ins begun',
    'graphql-gateway/identity/provider/under-way.integration.test.ts',
    'of a flood leave those of other',
  ],
  [
    'the provider’s clock off by five minutes',
    'graphql-gateway/gateway/authentication/tokens.integration.test.ts',
    'a provider five minutes ahead',
  ],
  [
    'the reader’s clock off by five minutes',
    'shell/e2e/journeys/faults.ts',
    'a clock five minutes %s signs in',
  ],
  ['the provider down, slow, erroring', 'shell/e2e/journeys/faults.ts', '%s leaves the page as it is'],
  [
    'the same at the gateway',
    'graphql-gateway/gateway/authentication/tokens.integration.test.ts',
    'a provider that does not answer',
  ],
  ['the same at activation', 'graphql-gateway/identity/cards/suite.ts', 'while the provider is away'],
  [
    'cookies blocked',
    'graphql-gateway/identity/pages/pages.integration.test.ts',
    'a sign-in that is over, and a browser without cookies',
  ],
  [
    'third-party cookies blocked',
    'shell/e2e/journeys/windows.ts',
    'where cookies of other sites are blocked',
  ],
  ['two tabs refreshing at once', 'shell/e2e/journeys/windows.ts', 'two that refresh at once'],
  ['sign-out in one tab', 'shell/e2e/journeys/windows.ts', 'signing out in one is seen'],
  [
    'a session that ends in a form',
    'shell/e2e/journeys/windows.ts',
    'a session that ends in the middle of a form',
  ],
  [
    'a client away at sign-out',
    'graphql-gateway/identity/provider/telling.integration.test.ts',
    'that refuses is told again',
  ],
  [
    'another reader on the device',
    'microfrontends/account/keeping/bring.test.ts',
    'nothing of the first goes into',
  ],
]

test.each(tried)('%s is tried in %s', (_, file, name) => {
  const text = readFileSync(new URL(file, root), 'utf8')
  const beginnings = ["'", '"', '`'].map((quote) => `${quote}${name}`)
  expect(beginnings.some((one) => text.includes(one))).toBe(true)
})
