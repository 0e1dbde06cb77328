// Lint, boundaries, format and types: the checks that read the code without running it.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { Command } from './command.ts'
import { root } from './paths.ts'

/** One check: a program of a package, started on this Node. */
export interface Check {
  readonly name: string
  readonly program: string
  readonly args: readonly string[]
}

export const lintChecks: readonly Check[] = [
  { name: 'format', program: 'prettier/bin/prettier.cjs', args: ['--check', '--log-level', 'warn', '.'] },
  { name: 'lint', program: 'eslint/bin/eslint.js', args: ['--max-warnings', '0', '.'] },
  {
    name: 'boundaries',
    program: 'dependency-cruiser/bin/dependency-cruiser.mjs',
    args: [
      '--config',
      '.dependency-cruiser.mjs',
      'shell',
      'microfrontends',
      'site-builder',
      'graphql-gateway',
      'themes',
    ],
  },
]

export const typeChecks: readonly Check[] = [
  { name: 'types (server)', program: 'typescript/bin/tsc', args: ['-p', 'tsconfig.json'] },
  { name: 'types (browser)', program: 'vue-tsc/bin/vue-tsc.js', args: ['-p', 'tsconfig.browser.json'] },
]

/** Runs a check. Resolves to null when it passes, else to its output, which the terminal has got too. */
export function runCheck(check: Check): Promise<string | null> {
  const program = join(root, 'node_modules', check.program)
  if (!existsSync(program)) throw new Error(`${check.program} is not installed`)
  const began = Date.now()
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...check.args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.on('error', reject)
    child.on('close', (code) => {
      const passed = code === 0
      process.stdout.write(
        `${passed ? 'ok    ' : 'FAILED'}  ${check.name}  ${((Date.now() - began) / 1000).toFixed(1)} s\n`,
      )
      if (!passed) process.stdout.write(`${output}\n`)
      resolve(passed ? null : output)
    })
  })
}

/** How a check ended; `output` is null when it passed. */
export interface CheckResult {
  readonly check: Check
  readonly output: string | null
}

/** Runs checks beside each other, one on each core; the results are in the order of the checks. */
export async function runChecks(checks: readonly Check[]): Promise<readonly CheckResult[]> {
  const results = new Map<Check, string | null>()
  const waiting = checks.values()
  const worker = async (): Promise<void> => {
    for (const check of waiting) results.set(check, await runCheck(check))
  }
  await Promise.all(Array.from({ length: availableParallelism() }, worker))
  return checks.map((check) => ({ check, output: results.get(check) ?? null }))
}

async function runAll(checks: readonly Check[]): Promise<number> {
  const results = await runChecks(checks)
  return results.every(({ output }) => output === null) ? 0 : 1
}

export const lintCommand: Command = { run: () => runAll(lintChecks) }
export const typesCommand: Command = { run: () => runAll(typeChecks) }
export const formatCommand: Command = {
  run: () =>
    runAll([
      { name: 'format', program: 'prettier/bin/prettier.cjs', args: ['--write', '--log-level', 'warn', '.'] },
    ]),
}
