/** A data cell that stands under the first column's header, as Typst writes it. */
const FIRST_CELL = /\/S \/TD(\s+\/P \d+ 0 R\s+\/A \[<<\s+\/O \/Table\s+)(\/Headers \[\(U\d+x0y\d+\)\])/g

/** As Typst writes them: reading from left to right is what every reader does anyway. */
const PREFERENCES = /\/ViewerPreferences <<(\s+\/Direction \/L2R\s+)>>/

/** The window shows the document's title, not its file's name (PDF/UA-1, 7.1). Every byte stays at its place. */
export function showTitle(pdf: Buffer): Buffer {
  const text = pdf.toString('latin1')
  const shown = text.replace(
    PREFERENCES,
    (_, old: string) => `/ViewerPreferences <<${' /DisplayDocTitle true'.padEnd(old.length)}>>`,
  )
  return Buffer.from(shown, 'latin1')
}

/**
 * The first cell of each row becomes the row's header, for reading programs that say it before each number. Typst can tag one
 * only behind a switch that its WebAssembly build does not have. Every byte stays at its place, so the file's table of
 * objects holds.
 */
export function nameRows(pdf: Buffer): Buffer {
  const text = pdf.toString('latin1')
  const named = text.replace(
    FIRST_CELL,
    (_, between: string, headers: string) => `/S /TH${between}${'/Scope /Row'.padEnd(headers.length)}`,
  )
  return Buffer.from(named, 'latin1')
}

/** What Typst says of a proof, for a press that has asked for none. */
const PROOF = /<xmpMM:DocumentID>[^<]*<\/xmpMM:DocumentID><xmpMM:RenditionClass>proof<\/xmpMM:RenditionClass>/

/** PDF/UA-1 by its own word (ISO 14289-1, 5), which checkers ask for; `test/kit/check-pdf.ts` holds each file to it. */
export function claimAccessible(pdf: Buffer): Buffer {
  const text = pdf.toString('latin1')
  const claimed = text.replace(PROOF, (old) =>
    '<pdfuaid:part xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">1</pdfuaid:part>'.padEnd(old.length),
  )
  return Buffer.from(claimed, 'latin1')
}
