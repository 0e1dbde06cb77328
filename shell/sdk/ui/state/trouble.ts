/** Why an answer did not come. */

/** The server is away; it will not do what was asked; it failed by a fault that asking again does not mend. */
export type Trouble = 'server' | 'refused' | 'fault'
