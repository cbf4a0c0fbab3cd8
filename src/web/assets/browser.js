// The only script a page loads. Everything works without it; it saves a double press, counts characters and keeps a draft as it is typed.
import { Button } from 'govuk-frontend/dist/govuk/components/button/button.mjs'
import { CharacterCount } from 'govuk-frontend/dist/govuk/components/character-count/character-count.mjs'
import { Checkboxes } from 'govuk-frontend/dist/govuk/components/checkboxes/checkboxes.mjs'
import { ErrorSummary } from 'govuk-frontend/dist/govuk/components/error-summary/error-summary.mjs'
import { ExitThisPage } from 'govuk-frontend/dist/govuk/components/exit-this-page/exit-this-page.mjs'
import { NotificationBanner } from 'govuk-frontend/dist/govuk/components/notification-banner/notification-banner.mjs'
import { Radios } from 'govuk-frontend/dist/govuk/components/radios/radios.mjs'
import { SkipLink } from 'govuk-frontend/dist/govuk/components/skip-link/skip-link.mjs'
import { createAll } from 'govuk-frontend/dist/govuk/init.mjs'
import { keepAnswers } from './answer-draft.js'
import { keepMinutes } from './live-minutes.js'
import { keepDrafts } from './own-draft.js'

// The file field stays the browser's own: the enhanced one hides its words from speech control.
for (const component of [CharacterCount, Checkboxes, ErrorSummary, NotificationBanner, Radios, SkipLink]) {
  createAll(component)
}
// "Leave quickly": the page that is left takes no place in the history, so that Back does not lead to it.
class LeaveQuickly extends ExitThisPage {
  exitPage() {
    document.body.classList.add('govuk-exit-this-page-hide-content')
    window.location.replace(this.$button.href)
  }
}
createAll(LeaveQuickly)
createAll(Button, { preventDoubleClick: true })
keepDrafts()
keepAnswers()
keepMinutes()
