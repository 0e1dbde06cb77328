// Libraries, regions and pages in the graph: schema and resolvers put together.
import { defineSubgraph, type Subgraph } from '@shuxiang/subgraph-kit'
import { collections, name, typeDefs } from './declared.ts'
import { libraryReferences } from './resolvers/library/references.ts'
import { region as libraryRegion } from './resolvers/library/region.ts'
import { libraries } from './resolvers/query/libraries.ts'
import { library, libraryByCode } from './resolvers/query/library.ts'
import { page } from './resolvers/query/page.ts'
import { region } from './resolvers/query/region.ts'
import { regions } from './resolvers/query/regions.ts'
import { parent } from './resolvers/region/parent.ts'
import type { Resolvers } from './schema/types.generated.ts'

const idOf = ({ _id }: { readonly _id: string }): string => _id

/** The subgraph of libraries, regions and builder pages. Everything it needs comes with each request. */
export function createSites(): Subgraph {
  return defineSubgraph<Resolvers>({
    name,
    typeDefs: typeDefs(),
    collections,
    resolvers: {
      Query: { library, libraryByCode, libraries, region, regions, page },
      Library: { __resolveReferences: libraryReferences, id: idOf, code: idOf, region: libraryRegion },
      Region: { id: idOf, parent },
      Page: { path: idOf },
    },
  })
}
