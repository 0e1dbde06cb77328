// The contract: what our front end, our gateway and our provisioner rely on, asked of any provider.
import { describe, expect, test } from 'vitest'
import { expectedOf, type Probe } from './probe.ts'
import { authorizationProbes } from './probes/authorization.ts'
import { levelProbes } from './probes/level.ts'
import { logoutProbes } from './probes/logout.ts'
import { provisionerProbes } from './probes/provisioner.ts'
import { signInProbes } from './probes/sign-in.ts'
import { tokenProbes } from './probes/token.ts'
import { makeSite, type Tested } from './tested.ts'

/** Every question, by what it is about. */
export const contract: Readonly<Record<string, readonly Probe[]>> = {
  'a request to sign in': authorizationProbes,
  'a sign-in': signInProbes,
  'codes and tokens': tokenProbes,
  'the second level': levelProbes,
  'the end of a session': logoutProbes,
  'the provisioner': provisionerProbes,
}

/** Milliseconds for one question: some sign in a dozen times, and a password costs a provider what it should. */
const LONGEST = 120_000

/** Declares the tests for a provider that `start` gives when the first of them runs. */
export function contractSuite(name: string, start: () => Promise<Tested>): void {
  let started: Promise<Tested> | null = null
  const tested = (): Promise<Tested> =>
    (started ??= start().then(async (provider) => {
      await makeSite(provider)
      return provider
    }))
  describe(name, () => {
    for (const [subject, probes] of Object.entries(contract))
      describe(subject, () => {
        for (const probe of probes)
          test(probe.name, { timeout: LONGEST }, async ({ skip }) => {
            const provider = await tested()
            if (probe.needsOperator && provider.operator === null)
              return skip('it needs an operator, and only the secret of the provisioner is known')
            expect(await probe.ask(provider)).toBe(expectedOf(probe, provider.kind))
          })
      })
  })
}
