/** What a microfrontend under development is served by. */
export interface DevServers {
  /** Browser entries by microfrontend. */
  readonly entries: Readonly<Record<string, string>>
  /** Modules of extensions by microfrontend, in the order of `microfrontend.json`. */
  readonly extensions: Readonly<Record<string, readonly string[]>>
  /** Names of the import map served from elsewhere than the build. */
  readonly imports: Readonly<Record<string, string>>
  readonly origins: readonly string[]
}

export const NO_DEV_SERVERS: DevServers = { entries: {}, extensions: {}, imports: {}, origins: [] }
