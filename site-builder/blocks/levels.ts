/** Levels of headings inside of a block. */
import type { Level } from './contract.ts'

/** One below; the last stays the last. */
export function below(level: Level): Level {
  const levels: readonly Level[] = [1, 2, 3, 4, 5, 6]
  return levels[level] ?? 6
}
