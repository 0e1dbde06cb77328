// Where the console has an origin of its own, the shell says to the gateway from which origin a request comes.

/** Header that our own shell sets and lets no reader's through; absent where portal and console share an origin. */
export const placeHeader = 'x-shuxiang-place'

export type Place = 'portal' | 'console'

/** Whether a text names one. */
export const isPlace = (text: string): text is Place => text === 'portal' || text === 'console'
