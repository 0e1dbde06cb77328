// A failure that is told to the person at the terminal in one sentence, without a stack.

/** The message says what happened, where, and what to do. */
export class Failure extends Error {
  override readonly name = 'Failure'
}

/** The sentence for an error of the file system, or null when it is not one a person can mend. */
export function fileSentence(error: unknown, folder: string): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOSPC')
    return `The disk that holds ${folder} is full: free some space (df -h shows what is left) and start again.`
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM')
    return `The folder ${folder} cannot be written: set DATA_DIR to a folder of yours, or give yourself write permission, and start again.`
  return null
}
