/** Instants as `datetime-local` has them, by China's clock, which is that of all libraries. Pure. */
import { clockInChina } from '@shuxiang/vocabulary'

/** `2026-05-01T08:30` for an instant in ISO 8601; empty for what is none. */
export function chinaTime(instant: string): string {
  const time = Date.parse(instant)
  return Number.isNaN(time) ? '' : clockInChina(new Date(time))
}

/** The instant in ISO 8601 with its offset. */
export function fromChinaTime(local: string): string {
  return `${local.length === 16 ? `${local}:00` : local}+08:00`
}
