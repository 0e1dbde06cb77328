// What the visiting subgraph takes of the process that runs it. Types only.

export interface VisitingPorts {
  /** Whether there is a library with this id. */
  readonly isLibrary: (id: string) => Promise<boolean>
}
