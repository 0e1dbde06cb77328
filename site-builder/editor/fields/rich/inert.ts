/// <reference lib="dom" />
/** A document in which nothing runs and nothing is fetched: what is pasted is read there, and only read. */

let opened: Promise<Document> | null = null

/** `theme`: of the site; the document is that of drafts, empty and out of sight. */
export function inertDocument(theme: string): Promise<Document> {
  opened ??= new Promise<Document>((resolve, reject) => {
    const frame = document.createElement('iframe')
    frame.src = `/_canvas/${encodeURIComponent(theme)}`
    frame.hidden = true
    frame.title = ''
    frame.addEventListener('load', () => {
      const inner = frame.contentDocument
      if (inner) resolve(inner)
      else reject(new Error('There is no document to read in.'))
    })
    frame.addEventListener('error', () => reject(new Error('There is no document to read in.')))
    document.body.append(frame)
  }).catch((error: unknown) => {
    opened = null
    throw error
  })
  return opened
}

/** HTML of unknown origin as elements that stand nowhere. */
export async function readHtml(html: string, theme: string): Promise<Element> {
  const inner = await inertDocument(theme)
  const holder = inner.implementation.createHTMLDocument('').createElement('div')
  holder.innerHTML = html
  return holder
}
