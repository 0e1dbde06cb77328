// Runs one set of tests and reads how it went.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root, type Settings } from './paths.ts'

export interface Report {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
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
  if (!existsSync(file)) return { passed: 0, failed: 0, skipped: 0 }
  const report: unknown = JSON.parse(readFileSync(file, 'utf8'))
  return {
    passed: count(report, 'numPassedTests'),
    failed: count(report, 'numFailedTests'),
    skipped: count(report, 'numPendingTests'),
  }
}

function count(report: unknown, key: string): number {
  const value = typeof report === 'object' && report !== null ? Reflect.get(report, key) : undefined
  return typeof value === 'number' ? value : 0
}
