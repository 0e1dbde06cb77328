/** A file of the browser's own making: what is in it goes to no other place on its way. */
export function saveFile(document: Document, name: string, text: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
