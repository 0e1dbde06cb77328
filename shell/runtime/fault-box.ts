/** The named box in the place of a part that does not work, from the template that came with the page. */

/** Make the box. The template's link becomes a button: it acts on this page and leads nowhere. */
export function faultBox(
  document: Document,
  label: string,
  retryWord: string,
  retry: () => void,
): HTMLElement {
  const box = document.createElement('div')
  box.dataset['testid'] = 'unavailable'
  const template = document.getElementById('unavailable')
  if (template instanceof HTMLTemplateElement) box.append(template.content.cloneNode(true))
  const texts = document.createTreeWalker(box, NodeFilter.SHOW_TEXT)
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    if (text.nodeValue?.includes('{name}')) text.nodeValue = text.nodeValue.replaceAll('{name}', label)
  }
  const link = box.querySelector('[data-retry]')
  const button = document.createElement('button')
  button.type = 'button'
  button.className = link?.className ?? ''
  button.textContent = link?.textContent?.trim() || retryWord
  button.addEventListener('click', retry)
  if (link) link.replaceWith(button)
  else box.append(button)
  return box
}
