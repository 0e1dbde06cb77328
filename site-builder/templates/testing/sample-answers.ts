/** What the graph answers to the pages of templates in tests: the samples of the blocks themselves. */
import { everyBlock } from '../../blocks/testing/every-block.ts'
import { statesOf } from '../../blocks/testing/fixture.ts'
import type { Answering } from './site-page.ts'

const samples = everyBlock.flatMap(({ fixtures }) => statesOf(fixtures).many?.answers ?? [])

/** Many of everything; null for an operation of which there is no sample. */
export const sampleAnswers: Answering = ({ operation, variables }) =>
  samples.find((one) => one.operation.name === operation)?.data(variables) ?? null
/** A new installation: nothing is there yet. */
export const noAnswers: Answering = () => null
