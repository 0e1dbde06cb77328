// What the visiting subgraph takes of the process that runs it. Types only.

export interface VisitingPorts {
  /** Whether there is a library with this id. */
  readonly isLibrary: (id: string) => Promise<boolean>
  /** Whether a letter came through the form of the shell, which notices who writes too often. */
  readonly isShells: (library: string, key: string) => boolean
  /** Has the pages of a library's site drawn once more. */
  readonly pagesChanged: (library: string, at: Date) => Promise<void>
}
