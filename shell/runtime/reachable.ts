/** Waits for an address of this server that cannot be had now. */
import { createRecovery } from '@shuxiang/sdk/recovery'

/** True when the server answers there, whatever is in the answer. */
export async function isReachable(address: string): Promise<boolean> {
  const answer = await fetch(address, { method: 'HEAD' }).catch(() => null)
  return answer !== null && answer.status < 500
}

/** Runs once, as soon as the address answers again; never after `signal` aborted. */
export function whenReachable(address: string, run: () => void, signal?: AbortSignal): void {
  const recovery = createRecovery(async () => {
    if (!(await isReachable(address))) return recovery.failed()
    recovery.rest()
    if (!signal?.aborted) run()
  })
  recovery.failed()
  signal?.addEventListener('abort', recovery.rest)
}
