// The four processes of a running product and the order in which they start.

/** One process. `after` names the part that must be ready before it starts. */
export interface Part {
  readonly name: 'gateway' | 'identity' | 'jobs' | 'shell'
  readonly file: string
  readonly after: Part['name'] | null
  /** MiB of heap after which Node ends it, so that one part cannot take the machine. */
  readonly heap: number
  /**
   * MiB of each half of the space for young objects. Node takes up to 16, of which an idle process gives nothing back;
   * less means collecting more often, which the gateway and the shell feel first.
   */
  readonly young: number
}

/** The gateway owns the embedded store, so identity and the job worker wait for it; the shell serves from the first second. */
export const parts: readonly Part[] = [
  { name: 'gateway', file: 'graphql-gateway/gateway/main.mjs', after: null, heap: 2048, young: 4 },
  { name: 'shell', file: 'shell/server/main.ts', after: null, heap: 1024, young: 4 },
  { name: 'identity', file: 'graphql-gateway/identity/main.mjs', after: 'gateway', heap: 512, young: 2 },
  { name: 'jobs', file: 'graphql-gateway/jobs/main.ts', after: 'gateway', heap: 1024, young: 2 },
]
