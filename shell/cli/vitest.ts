// Runs one set of tests and reads how it went.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { root, type Settings } from './paths.ts'

export interface Report {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  /** Each failed test by its file and name, with the beginning of the reason. */
  readonly failures: readonly string[]
}

const reportFile = (project: string, set: Settings) => join(set.buildDir, `tests-${project}.json`)

/** Resolves to the exit code; the terminal sees what vitest says. */
export function runVitest(project: string, set: Settings, more: NodeJS.ProcessEnv = {}): Promise<number> {
  rmSync(reportFile(project, set), { force: true })
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [
        '--disable-warning=ExperimentalWarning',
        join(root, 'node_modules', 'vitest', 'vitest.mjs'),
        'run',
        '--project',
        project,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${reportFile(project, set)}`,
        '--passWithNoTests',
      ],
      {
        cwd: root,
        stdio: ['ignore', 'inherit', 'inherit'],
        env: { ...process.env, BUILD_DIR: set.buildDir, ...more },
      },
    )
    child.on('error', reject)
    child.on('close', (code) => resolve(code ?? 1))
  })
}

/** What the run counted; nothing when it died before it could tell. */
export function readReport(project: string, set: Settings): Report {
  const file = reportFile(project, set)
  if (!existsSync(file)) return { passed: 0, failed: 0, skipped: 0, failures: [] }
  const report: unknown = JSON.parse(readFileSync(file, 'utf8'))
  return {
    passed: count(report, 'numPassedTests'),
    failed: count(report, 'numFailedTests'),
    skipped: count(report, 'numPendingTests'),
    failures: list(report, 'testResults').flatMap(failuresOf),
  }
}

/** Most of a reason that is repeated at the end: a property test says its seed and its example in that. */
const longestReason = 1500

function failuresOf(file: unknown): string[] {
  const path = relative(root, text(file, 'name'))
  const failed = list(file, 'assertionResults').filter((test) => text(test, 'status') === 'failed')
  if (failed.length === 0 && text(file, 'status') === 'failed')
    return [`${path}: ${text(file, 'message').slice(0, longestReason)}`]
  return failed.map((test) => {
    const reason = list(test, 'failureMessages')
      .map(String)
      .join('\n')
      .replace(/^\s+at .*node_modules.*\n?/gm, '')
      .slice(0, longestReason)
    return `${path}: ${text(test, 'fullName')}\n${reason.replace(/^/gm, '    ')}`
  })
}

const valueIn = (object: unknown, key: string): unknown =>
  typeof object === 'object' && object !== null ? Reflect.get(object, key) : undefined

function list(object: unknown, key: string): unknown[] {
  const value = valueIn(object, key)
  return Array.isArray(value) ? value : []
}

function text(object: unknown, key: string): string {
  const value = valueIn(object, key)
  return typeof value === 'string' ? value : ''
}

function count(report: unknown, key: string): number {
  const value = valueIn(report, key)
  return typeof value === 'number' ? value : 0
}
