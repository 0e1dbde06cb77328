/** Every block of the registry with what its folder brings. Apart from `fixture.ts`, which the folders import. */
import type { BlockType } from '../contract.ts'
import { blockTypes } from '../registry.ts'
import type { BlockFixtures } from './fixture.ts'

const isFixtures = (value: unknown): value is BlockFixtures =>
  typeof value === 'object' &&
  value !== null &&
  ['empty', 'one', 'many', 'long'].every((name) => Object.hasOwn(value, name))

/** What the folder of a block brings. */
export async function fixturesOf({ type }: BlockType): Promise<BlockFixtures> {
  const module: { readonly fixtures?: unknown } = await import(`../${type}/fixtures.ts`)
  if (!isFixtures(module.fixtures))
    throw new Error(
      `site-builder/blocks/${type}/fixtures.ts exports no fixtures with empty, one, many and long`,
    )
  return module.fixtures
}

/** Every block with its fixtures. */
export const everyBlock: readonly { readonly type: BlockType; readonly fixtures: BlockFixtures }[] =
  await Promise.all(blockTypes.map(async (type) => ({ type, fixtures: await fixturesOf(type) })))
