// `npm test`: every check and every test, the browser ones too; one line a step, all output of what fails.
import { lintChecks, runChecks, typeChecks } from './checks.ts'
import { build } from './build.ts'
import { Failure } from './failure.ts'
import { settings } from './paths.ts'
import { createProgress } from './progress.ts'
import { checkCalls, forgetCalls } from './test-store.ts'
import { readReport, runVitest } from './vitest.ts'

/** Most of a check's output that is repeated at the end. */
const longestOutput = 3000

/** Sets by the name that they are asked for; projects of one set run beside each other. */
const SETS = { unit: ['unit'], integration: ['integration'], e2e: ['e2e', 'e2e-alone'] } as const
type SetName = keyof typeof SETS
const NAMES: readonly SetName[] = ['unit', 'integration', 'e2e']

export async function run(args: readonly string[]): Promise<number> {
  const set = settings(process.env)
  if ('sentence' in set) throw new Failure(set.sentence)
  const unknown = args.find((arg) => !NAMES.some((name) => name === arg))
  if (unknown !== undefined)
    throw new Failure(`"${unknown}" is no set of tests; there are: ${NAMES.join(', ')}.`)
  const wanted = NAMES.filter((name) => args.length === 0 || args.includes(name))

  let passed = 0
  let failed = 0
  let skipped = 0
  // Said again at the end, where a long log is read first.
  const failures: string[] = []
  if (args.length === 0)
    for (const { check, output } of await runChecks([...lintChecks, ...typeChecks])) {
      if (output === null) passed += 1
      else {
        failed += 1
        failures.push(`the check "${check.name}"\n${output.slice(-longestOutput)}`)
      }
    }
  await build({ buildDir: set.buildDir, progress: createProgress(process.stdout) })
  for (const name of wanted) {
    const calls = forgetCalls(set.buildDir)
    const codes = await Promise.all(
      SETS[name].map(async (project) => ({
        project,
        code: await runVitest(project, set, { STORE_CALLS: calls }),
      })),
    )
    for (const { project, code } of codes) {
      const report = readReport(project, set)
      passed += report.passed
      failed += report.failed + (code !== 0 && report.failed === 0 ? 1 : 0)
      skipped += report.skipped
      failures.push(...report.failures)
      if (code !== 0 && report.failures.length === 0)
        failures.push(`the ${project} tests ended with code ${code}: the reason stands above`)
    }
    // Only meaningful when the tests that ask the store have run whole.
    if (name === 'integration' && codes.every(({ code }) => code === 0)) {
      if (await checkCalls(set.buildDir)) passed += 1
      else {
        failed += 1
        failures.push('the list of the lines that ask the store: those missing stand above')
      }
    }
  }
  for (const failure of failures) process.stdout.write(`\nFailed: ${failure}\n`)
  process.stdout.write(`\n${passed} passed, ${failed} failed, ${skipped} skipped\n`)
  return failed === 0 ? 0 : 1
}
