/** The reader's own calendar day, not that of Greenwich, as YYYY-MM-DD. */
export function isoDay(day: Date): string {
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`
}
