/** A text with the number of each line before it, so that two can speak of a place in it. */
export function numberedLines(text: string): string {
  const lines = text.split(/\r\n|\r|\n/)
  const width = String(lines.length).length
  return lines.map((line, n) => `${String(n + 1).padStart(width)}  ${line}`).join('\n')
}
