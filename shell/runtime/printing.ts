/** A page printed after the reader has moved on carries the address of what is printed, not of what was loaded. */
export function followPrinting(window: Window): void {
  window.addEventListener('beforeprint', () => {
    const line = window.document.getElementById('printed-address')
    if (line) line.textContent = legible(window.location.href)
  })
}

function legible(address: string): string {
  try {
    return decodeURI(address)
  } catch {
    return address
  }
}
