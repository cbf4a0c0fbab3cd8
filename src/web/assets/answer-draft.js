// What somebody types as an answer or an update stays in this browser until it is sent: a train loses its signal. Signing out forgets it.
const PLACE = 'own-draft:answer:'

export function keepAnswers() {
  for (const sent of document.querySelectorAll('[data-answer-sent]'))
    attempt(() => localStorage.removeItem(PLACE + sent.dataset.answerSent))
  for (const form of document.querySelectorAll('form[data-answer-draft]')) keepAnswer(form)
}

function keepAnswer(form) {
  const place = PLACE + form.dataset.answerDraft
  const said = form.querySelector('[data-draft-said]')
  const keep = () =>
    attempt(() =>
      localStorage.setItem(place, JSON.stringify([...new FormData(form)].filter(([name]) => name !== '_csrf'))),
    )
  attempt(() => {
    const fields = new Map(JSON.parse(localStorage.getItem(place) ?? '[]'))
    for (const field of form.elements) {
      if (!fields.has(field.name)) continue
      if (field.type === 'radio') field.checked = fields.get(field.name) === field.value
      else if (field.value === '' || field.hasAttribute('data-draft-keeps')) field.value = fields.get(field.name)
    }
  })
  form.addEventListener('input', keep)
  form.addEventListener('submit', (event) => {
    keep()
    if (navigator.onLine) return
    event.preventDefault()
    said.textContent = form.dataset.draftOffline
  })
  window.addEventListener('online', () => {
    said.textContent = ''
  })
}

function attempt(work) {
  try {
    work()
  } catch {
    // A browser that keeps nothing: the form still does all of it.
  }
}
