/// <reference lib="dom" />
/**
 * What a beginning keeps on this device: the step that was reached, and what was typed in a step and is not stored yet.
 * Everything else is in the graph. A browser that keeps nothing loses no more than what was typed last.
 */
import { quietly } from '../quietly.ts'
import { stepOf, type StartStep } from './steps.ts'

export interface Kept {
  step(): StartStep | null
  setStep(step: StartStep): void
  /** What was typed in a step, as it was kept. */
  typed(step: StartStep): unknown
  keep(step: StartStep, form: unknown): void
  forget(step: StartStep): void
}

/** `reader`: whose it is, so that who signs in next on this device finds nothing of it. */
export function openKept(reader: string, library: string, store: () => Storage = () => localStorage): Kept {
  const keyOf = (what: string): string => `shuxiang-start ${reader} ${library} ${what}`
  const read = (what: string): string | null => quietly(() => store().getItem(keyOf(what)))
  const write = (what: string, text: string): void => void quietly(() => store().setItem(keyOf(what), text))
  return {
    step: () => stepOf(read('step') ?? ''),
    setStep: (step) => write('step', step),
    typed: (step) => quietly(() => JSON.parse(read(step) ?? 'null')),
    keep: (step, form) => write(step, JSON.stringify(form)),
    forget: (step) => void quietly(() => store().removeItem(keyOf(step))),
  }
}
