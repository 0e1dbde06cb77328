// Tells a data file that cannot be used from a passing failure, and says what to do about it.

/** The data file is at fault: starting again does not help, the message says what does. */
export class StoreUnusable extends Error {
  override readonly name = 'StoreUnusable'
}

/** What to do when the file itself is at fault. LMDB has no checksums: it is noticed when damaged pages are read. */
export function damageSentence(file: string): string {
  return `${file} is damaged or cut short: restore a backup (npm run store -- restore FILE), or move it away to begin with an empty store`
}

/** LMDB reads its file as memory and trusts it: pages that are not there, or are none, end the process. */
const damageSignals: readonly (NodeJS.Signals | null)[] = ['SIGBUS', 'SIGSEGV', 'SIGABRT']

/** Whether a process that ended by this signal fell over its data file. */
export function endedByDamage(signal: NodeJS.Signals | null): boolean {
  return damageSignals.includes(signal)
}

/** LMDB's own names for a file whose pages contradict each other. */
const damageErrors =
  /\bMDB_(PAGE_NOTFOUND|CORRUPTED|PANIC|VERSION_MISMATCH|INVALID|BAD_TXN|CURSOR_FULL|PAGE_FULL|INCOMPATIBLE|PROBLEM)\b/

/** Whether an error says that the file is at fault. */
export function isDamage(reason: string): boolean {
  return damageErrors.test(reason)
}

/** Why a store could not start, in a sentence that says what to do where the file is at fault. */
export function startFailure(file: string, reason: string, final: boolean): Error {
  if (!final) return new Error(`the embedded store could not start: ${reason}`)
  return new StoreUnusable(isDamage(reason) ? damageSentence(file) : reason)
}
