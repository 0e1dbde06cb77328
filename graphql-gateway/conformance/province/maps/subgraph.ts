// The subgraph of maps in the graph: the details of its kind get their types, and a map knows its series.
import { defineSubgraph, detailsField, type Subgraph } from '@shuxiang/subgraph-kit'
import { name, seriesCollection, typeDefs } from './declared.ts'
import { map } from './kind.ts'
import type { Resolvers } from './schema/types.generated.ts'
import { seriesOf } from './series.ts'

export function createMaps(): Subgraph {
  return defineSubgraph<Resolvers>({
    name,
    typeDefs: typeDefs(),
    collections: [seriesCollection],
    resolvers: {
      Record: { map: detailsField(map) },
      MapDetails: { series: ({ scale }, _args, context) => seriesOf(context, String(scale)) },
      MapSeries: {},
    },
  })
}
