/** Why an answer did not come. */

/** The server is away; the device is; it will not do what was asked; it failed by a fault that asking again does not mend. */
export type Trouble = 'server' | 'offline' | 'refused' | 'fault'

/** Asking again may help; where it is asked by itself, the reader is told so. */
export const isPassing = (trouble: Trouble): boolean => trouble === 'server' || trouble === 'offline'
