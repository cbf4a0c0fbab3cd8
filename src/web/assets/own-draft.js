// What a young person types is kept as they type it. Off line it waits in this browser, and is taken out again once it is kept.
const PLACE = 'own-draft:'
const PAUSE = 700

export function keepDrafts() {
  for (const form of document.querySelectorAll('form[data-draft]')) keepDraft(form)
  // Whoever leaves or signs out leaves nothing behind on a shared device.
  for (const way of document.querySelectorAll('[action="/sign-out"], [href="/leave"]')) {
    way.addEventListener(way.tagName === 'FORM' ? 'submit' : 'click', forgetAll)
  }
}

function keepDraft(form) {
  const place = PLACE + form.elements.draft.value
  const said = form.querySelector('[data-draft-said]')
  let timer = 0
  let asking = new AbortController()
  let isChanged = false

  const fields = () => [...new FormData(form)].filter(([name]) => name !== '_csrf')
  const keepHere = () => {
    try {
      localStorage.setItem(place, JSON.stringify(fields()))
      said.textContent = form.dataset.draftOffline
    } catch {
      // A browser that keeps nothing: the form still does all of it.
    }
  }
  const save = async () => {
    clearTimeout(timer)
    asking.abort()
    asking = new AbortController()
    isChanged = false
    try {
      const body = new URLSearchParams(new FormData(form))
      const { signal } = asking
      const answer = await fetch(form.dataset.draft, {
        method: 'POST',
        body,
        signal,
        keepalive: true,
        redirect: 'error',
      })
      if (!answer.ok) throw new Error(String(answer.status))
      forget(place)
      said.textContent = ''
    } catch (fault) {
      if (fault.name !== 'AbortError') keepHere()
    }
  }

  if (restore(form, place)) save()
  form.addEventListener('input', () => {
    isChanged = true
    clearTimeout(timer)
    timer = setTimeout(save, PAUSE)
  })
  form.addEventListener('submit', (event) => {
    clearTimeout(timer)
    asking.abort()
    isChanged = false
    if (navigator.onLine) return
    event.preventDefault()
    keepHere()
  })
  window.addEventListener('online', save)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && isChanged) save()
  })
}

function restore(form, place) {
  let fields
  try {
    fields = new Map(JSON.parse(localStorage.getItem(place)))
  } catch {
    return false
  }
  if (fields.size === 0) return false
  for (const field of form.elements) {
    if (field.type === 'radio' || field.type === 'checkbox') field.checked = fields.get(field.name) === field.value
    else if (field.tagName === 'TEXTAREA' && fields.has(field.name)) field.value = fields.get(field.name)
  }
  return true
}

function forget(place) {
  try {
    localStorage.removeItem(place)
  } catch {
    // Nothing was kept there.
  }
}

function forgetAll() {
  try {
    for (const place of Object.keys(localStorage)) if (place.startsWith(PLACE)) localStorage.removeItem(place)
  } catch {
    // Nothing was kept there.
  }
}
