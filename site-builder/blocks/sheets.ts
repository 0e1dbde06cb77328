/** The style sheets of the blocks. Node only: reads the `.css` files beside the blocks; everything else here is pure. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'

/**
 * One text: what all blocks share, then each block's own, by folder. Every rule stands in the layer `blocks`, so that it
 * may be put anywhere after the order of the layers.
 */
export function blockSheets(): string {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${import.meta.dirname}/${name}/block.css`)
    .filter((path) => existsSync(path))
    .sort()
  return [`${import.meta.dirname}/blocks.css`, ...folders]
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n')
}
