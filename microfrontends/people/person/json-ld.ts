/** JSON-LD as the graph gives it: a page without it is better than no page. */
export function jsonLdOf(text: string): readonly object[] {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? [value] : []
  } catch {
    return []
  }
}
