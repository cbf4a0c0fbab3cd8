// Minutes are saved as they are typed: each box by a small post of its own. What could not be sent stays in this browser until it
// can be (signing out forgets it). Where somebody else saved first nothing is overwritten: the Save button shows both texts.
const PLACE = 'own-draft:minutes:'
const PAUSE = 1200

export function keepMinutes() {
  for (const form of document.querySelectorAll('form[data-minutes]'))
    for (const said of form.querySelectorAll('[data-saved-said]')) keepBox(form, said)
}

function keepBox(form, said) {
  const item = said.dataset.savedSaid
  const box = form.elements[`words-${item}`]
  const version = form.elements[`version-${item}`]
  const place = PLACE + item
  let timer
  let isBusy = false
  let sent = box.value
  attempt(() => {
    const kept = JSON.parse(localStorage.getItem(place) ?? 'null')
    if (kept === null || kept.words === box.value) return
    box.value = kept.words
    version.value = kept.version
    said.textContent = 'Not saved yet: what you typed is kept on this device. Press Save.'
  })
  const save = async () => {
    if (isBusy || box.value === sent) return
    isBusy = true
    const words = box.value
    try {
      const body = new URLSearchParams({
        _csrf: form.elements._csrf.value,
        auto: 'yes',
        [`words-${item}`]: words,
        [`version-${item}`]: version.value,
      })
      const answer = await fetch(form.action, { method: 'POST', body, redirect: 'error' })
      const told = await answer.json()
      if (told.isClash || told.isRefused) {
        said.textContent = told.isClash
          ? 'Somebody else saved this item while you were typing. Press Save to see both.'
          : 'These minutes were agreed and do not change. Copy what you typed.'
      } else {
        sent = words
        version.value = told.versions[item] ?? version.value
        said.textContent = `Saved at ${new Date().toTimeString().slice(0, 5)}`
        if (box.value === words) attempt(() => localStorage.removeItem(place))
      }
    } catch {
      said.textContent = 'Not saved yet: no connection. What you typed is kept on this device.'
      timer = setTimeout(save, PAUSE * 5)
    }
    isBusy = false
    if (box.value !== words) timer = setTimeout(save, PAUSE)
  }
  box.addEventListener('input', () => {
    attempt(() => localStorage.setItem(place, JSON.stringify({ words: box.value, version: version.value })))
    clearTimeout(timer)
    timer = setTimeout(save, PAUSE)
  })
  box.addEventListener('blur', save)
  window.addEventListener('online', save)
  form.addEventListener('submit', (event) => {
    if (navigator.onLine) return attempt(() => localStorage.removeItem(place))
    event.preventDefault()
    if (box.value !== sent)
      said.textContent = 'No connection. What you typed is kept on this device: press Save again when you are back.'
  })
}

function attempt(work) {
  try {
    work()
  } catch {
    // A browser that keeps nothing: the Save button still does all of it.
  }
}
