// Its name in the graph.
export const name = 'archive'
