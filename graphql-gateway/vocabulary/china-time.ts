/** China has had one time zone without summer time since 1992. */
const aheadOfUtc = 8 * 3_600_000

/** What clocks in China show at an instant: `YYYY-MM-DDTHH:MM`. Errors: RangeError for no date. */
export function clockInChina(at: Date): string {
  return new Date(at.getTime() + aheadOfUtc).toISOString().slice(0, 16)
}
