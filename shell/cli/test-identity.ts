// `npm run test:identity [-- --issuer URL --secret-file FILE]`: what we rely on, asked of the embedded provider or of a Keycloak of your choice.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Failure } from './failure.ts'
import { runProgram } from './forward.ts'

const usage =
  'Use: npm run test:identity [-- --issuer https://host/realms/ndl --secret-file FILE], the file with the secret of the client ndl-provisioner'

export async function run(args: readonly string[]): Promise<number> {
  const { issuer, secretFile } = given(args)
  process.stdout.write(
    issuer === undefined
      ? 'The identity contract, asked of an embedded provider of its own\n'
      : `The identity contract, asked of ${issuer}: people named suite/… and clients named site-… are made there and stay, so give it a realm for trying\n`,
  )
  return runProgram(
    'node_modules/vitest/vitest.mjs',
    [
      'run',
      '--project',
      'integration',
      `graphql-gateway/identity/contract/${issuer === undefined ? 'embedded' : 'keycloak'}`,
    ],
    {
      ...process.env,
      ...(issuer === undefined ? {} : { IDENTITY_ISSUER: issuer, PROVISIONER_SECRET_FILE: secretFile }),
    },
  )
}

function given(args: readonly string[]): { readonly issuer?: string; readonly secretFile?: string } {
  let values: { readonly issuer?: string; readonly 'secret-file'?: string }
  try {
    const options = { issuer: { type: 'string' }, 'secret-file': { type: 'string' } } as const
    values = parseArgs({ args: [...args], options }).values
  } catch {
    throw new Failure(usage)
  }
  const { issuer, 'secret-file': file } = values
  if (issuer === undefined && file === undefined) return {}
  if (issuer === undefined || file === undefined || !/^https?:\/\/[^/?#]+\/realms\/[^/?#]+$/.test(issuer))
    throw new Failure(usage)
  if (!existsSync(file)) throw new Failure(`There is no file ${file}. ${usage}`)
  return { issuer, secretFile: resolve(file) }
}
