// Hands a command over to the program of the package that owns it.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Command } from './command.ts'
import { Failure } from './failure.ts'
import { root, settings } from './paths.ts'

/** Ends a program with this process, however this one ends. */
const follow = import.meta.resolve('@shuxiang/process/follow')

/** Run a program of the repository on this Node with the terminal handed over; resolves to its exit code. */
export function runProgram(
  file: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', `--import=${follow}`, join(root, file), ...args],
      {
        cwd: root,
        // The channel tells the program when this process is gone, however it ended.
        stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
        env,
      },
    )
    const pass = (signal: NodeJS.Signals) => () => void child.kill(signal)
    const stop = pass('SIGTERM')
    // The terminal gives Ctrl-C to the child too: here it must only not end this process first.
    const wait = () => {}
    process.on('SIGINT', wait).on('SIGTERM', stop)
    child.on('error', reject)
    child.on('close', (code) => {
      process.off('SIGINT', wait).off('SIGTERM', stop)
      resolve(code ?? 1)
    })
  })
}

/** A command that is a program of its own. */
export function to(file: string): Command {
  return {
    run: (args) => {
      const set = settings(process.env)
      if ('sentence' in set) throw new Failure(set.sentence)
      return runProgram(file, args, { ...process.env, DATA_DIR: set.dataDir, BUILD_DIR: set.buildDir })
    },
  }
}
