/** Whether a text from an address or a form can be the id of anything. What cannot is never asked of the database. */
export function isId(text: string | undefined): text is string {
  return text !== undefined && /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text)
}
