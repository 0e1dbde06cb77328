// What the visiting subgraph takes of the process that runs it. Types only.

export interface VisitingPorts {
  /** Whether there is a library with this id. */
  readonly isLibrary: (id: string) => Promise<boolean>
  /** Has the pages of a library's site drawn once more. */
  readonly pagesChanged: (library: string, at: Date) => Promise<void>
}
