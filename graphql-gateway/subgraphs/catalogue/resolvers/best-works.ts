// Works of an agent, the best known first, as readers see them.
import { worksOf } from '../store/read.ts'
import type { Reader, RecordPart } from '../store/reader.ts'
import { visible } from './visible.ts'

/** Without withdrawn ones and the record `but`. */
export async function bestWorks(
  reader: Reader,
  agentId: string,
  first: number,
  projection: Readonly<Record<string, 1>>,
  but: string | null = null,
): Promise<RecordPart[]> {
  if (first === 0) return []
  // Some more than asked for: some are left out.
  const found = await worksOf(reader, agentId, first + 5, projection)
  return found
    .filter(({ _id, withdrawn }) => _id !== but && !withdrawn)
    .slice(0, first)
    .map(visible)
}
