// Comfort on login pages; without it everything works. Shows a password on request, warns of Caps Lock, offers library names.

for (const label of document.querySelectorAll('[data-shows]')) {
  const secret = document.getElementById(label.dataset.shows)
  const box = label.querySelector('input')
  label.hidden = false
  box.addEventListener('change', () => {
    secret.type = box.checked ? 'text' : 'password'
  })
  // Sent as what it is, so that the browser keeps it as a password and not among the texts it offers.
  secret.form.addEventListener('submit', () => {
    secret.type = 'password'
  })
}

for (const warning of document.querySelectorAll('[data-caps]')) {
  const secret = document.getElementById(warning.dataset.caps)
  const look = (event) => {
    if (event.getModifierState) warning.hidden = !event.getModifierState('CapsLock')
  }
  secret.addEventListener('keydown', look)
  secret.addEventListener('keyup', look)
  secret.addEventListener('blur', () => {
    warning.hidden = true
  })
}

const names = document.querySelector('[data-list]')
if (names) {
  const box = document.getElementById('library')
  let asked = false
  const offer = async () => {
    if (asked) return
    asked = true
    try {
      const answer = await fetch(names.dataset.list)
      if (!answer.ok) throw new Error(`libraries: ${answer.status}`)
      const all = document.createDocumentFragment()
      for (const name of await answer.json()) {
        const option = document.createElement('option')
        option.value = name
        all.append(option)
      }
      names.append(all)
    } catch {
      // The server matches what was typed; the next time the box is entered, the names are asked for again.
      asked = false
    }
  }
  box.addEventListener('focus', offer)
  if (document.activeElement === box) offer()
}
