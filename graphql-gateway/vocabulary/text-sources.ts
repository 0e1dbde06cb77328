// Collections and anthologies in which a text is handed down. One that these tables do not have goes by its own name.
import { anthologies, collectionNames } from './topics.ts'
import type { Entry } from './words.ts'

export const textSources: readonly Entry[] = [...collectionNames, ...anthologies]
