// A line that shows how far an import is.

const width = 24

/** `[██████░░░░] 12,500 of 20,000, 0:31 gone, 0:19 to go`. Times in milliseconds; `from` is where the time began. */
export function progressLine(done: number, total: number, gone: number, from = 0): string {
  const share = total > 0 ? Math.min(done / total, 1) : 0
  const full = Math.round(share * width)
  const seen = done - from
  const left = seen > total / 50 && done < total ? `, ${clock((gone / seen) * (total - done))} to go` : ''
  return `[${'█'.repeat(full)}${'░'.repeat(width - full)}] ${count(done)} of ${count(total)}, ${clock(gone)} gone${left}`
}

function count(value: number): string {
  return value.toLocaleString('en')
}

/** Minutes and seconds. */
function clock(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
