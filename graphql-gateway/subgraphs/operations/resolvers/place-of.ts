/** A library of another subgraph, by its id. */
export const placeOf = (id: string) => ({ id })
