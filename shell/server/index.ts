/** The shell's server, for tests and benchmarks; the process starts from `main.ts`. */
export { createShell, type ShellParts } from './shell.ts'
