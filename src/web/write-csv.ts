/** Rows as a spreadsheet takes them. A cell that it would run as a formula is kept as text. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return `${rows.map((row) => row.map(quote).join(',')).join('\r\n')}\r\n`
}

function quote(text: string): string {
  const safe = /^[=+@\t\r-]/.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}
