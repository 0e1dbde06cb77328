/** Blocks of the site builder and the rendering of whole pages. Pure; runs in the browser too. */
export type { Answer, BlockQuery, BlockType, BoundBlock, Field, RenderContext } from './contract.ts'
export { blockFaults, headOf, missesItsSubject, mostQueries, queriesOf, renderPage, textOf } from './page.ts'
export type { PageQuery } from './page.ts'
export { portalHome, portalLibraries, portalNav, portalPages, type PortalNavEntry } from './portal.ts'
export { blockType, blockTypes } from './registry.ts'
