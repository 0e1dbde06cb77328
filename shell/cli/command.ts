// What a command of the root package is.

export interface Command {
  /** Resolves to the exit code. */
  run(args: readonly string[]): Promise<number>
}
