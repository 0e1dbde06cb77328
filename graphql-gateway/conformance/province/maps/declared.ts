// What the subgraph of maps says of itself before anything of it is loaded.
import { readFileSync } from 'node:fs'

export const name = 'maps'
/** Only this subgraph reads and writes it. */
export const seriesCollection = 'map_series'
export const typeDefs = (): string => readFileSync(new URL('./schema/maps.graphql', import.meta.url), 'utf8')
