import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
  PDFRef,
  type PDFString,
} from '@cantoo/pdf-lib'

/** Of PDF 1.7 (ISO 32000-1, 14.8.4); any other must be mapped to one of these. */
const ROLES =
  'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference Code Link Annot Figure Formula Form'.split(
    ' ',
  )
const PAINTS = new Set(['Tj', 'TJ', "'", '"', 'f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*', 'Do', 'sh', 'EI'])

interface Element {
  role: string
  dict: PDFDict
  within: string[]
}

/**
 * What keeps a PDF from PDF/UA-1 (ISO 14289-1), as far as a program can tell: empty where nothing does. Every PDF that Kept
 * writes is held to it, whatever kind of document it is.
 */
export async function findPdfFaults(bytes: Uint8Array): Promise<string[]> {
  const file = await PDFDocument.load(bytes, { updateMetadata: false })
  const { elements, marks, annotations } = readTree(file)
  return [
    ...checkCatalog(file),
    ...checkTags(file, elements),
    ...file.getPages().flatMap((page, index) => checkPage(page, index + 1, marks, annotations)),
    ...checkFonts(file),
  ]
}

function checkCatalog(file: PDFDocument): string[] {
  const { catalog } = file
  const marked = catalog.lookup(name('MarkInfo'))
  const preferences = catalog.lookup(name('ViewerPreferences'))
  const metadata = catalog.lookup(name('Metadata'))
  const xmp = metadata instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(metadata).decode()).toString() : ''
  return find([
    [say(marked, 'Marked') === 'true', 'It is not marked as tagged.'],
    [say(marked, 'Suspects') !== 'true', 'Its tags are suspect.'],
    [catalog.has(name('Lang')), 'It has no language.'],
    [say(preferences, 'DisplayDocTitle') === 'true', 'Its window shows the name of the file, not its title.'],
    [(file.getTitle() ?? '') !== '' && xmp.includes('<dc:title>'), 'It has no title.'],
    [/<pdfuaid:part[^>]*>1<|pdfuaid:part="1"/.test(xmp), 'It does not say that it is PDF/UA.'],
    [catalog.has(name('StructTreeRoot')), 'It has no tags.'],
    [catalog.has(name('Outlines')), 'It has no bookmarks.'],
  ])
}

function checkTags(file: PDFDocument, elements: Element[]): string[] {
  const map = file.catalog.lookupMaybe(name('StructTreeRoot'), PDFDict)?.lookupMaybe(name('RoleMap'), PDFDict)
  const faults: string[] = []
  let level = 0
  for (const { role, dict, within } of elements) {
    if (!ROLES.includes(role) && !ROLES.includes(say(map, role).slice(1))) faults.push(`Nobody knows the tag ${role}.`)
    const heading = Number(role.match(/^H(\d)$/)?.[1] ?? 0)
    if (heading > level + 1) faults.push(`A heading of level ${heading} follows one of level ${level}.`)
    if (heading > 0) level = heading
    if (role === 'Figure' && textOf(dict, 'Alt') === '') faults.push('A picture has no words.')
    if (role === 'TH' && !hasScope(dict)) faults.push('A table header does not say what it heads.')
    const mustBeIn = { TR: 'Table', TH: 'TR', TD: 'TR', LI: 'L', LBody: 'LI', TOCI: 'TOC' }[role]
    if (mustBeIn && !within.includes(mustBeIn)) faults.push(`A ${role} stands in no ${mustBeIn}.`)
  }
  const tables = elements.filter(({ role }) => role === 'Table').length
  if (tables > 0 && !elements.some(({ role }) => role === 'TH')) faults.push('A table has no headers.')
  return faults
}

/** All that is painted stands in the tree or is an artifact, and all that the tree names is on the page. */
function checkPage(page: PDFPage, number: number, marks: Map<string, number[]>, annotations: Set<string>): string[] {
  const named = marks.get(page.ref.toString()) ?? []
  const painted = new Set<number>()
  const open: boolean[] = []
  let untagged = 0
  let before: string[] = []
  for (const token of readContent(page)) {
    if (token === 'BDC' || token === 'BMC') {
      const words = before.join(' ')
      const mark = words.match(/\/MCID (\d+)/)
      if (mark) painted.add(Number(mark[1]))
      open.push(mark !== null || words.includes('/Artifact'))
    } else if (token === 'EMC') open.pop()
    else if (PAINTS.has(token) && !open.includes(true)) untagged += 1
    before = /^[A-Za-z'"*]+$/.test(token) ? [] : [...before, token]
  }
  const links = page.node.Annots()?.asArray() ?? []
  return find([
    [untagged === 0, `Page ${number} paints ${untagged} times outside of its tags.`],
    [new Set(named).size === named.length, `Page ${number} has something that stands twice in the tags.`],
    [named.every((mark) => painted.has(mark)), `Page ${number} lacks something that its tags name.`],
    [[...painted].every((mark) => named.includes(mark)), `Page ${number} has something that no tag holds.`],
    [links.length === 0 || say(page.node, 'Tabs') === '/S', `Page ${number} is not gone through in its order.`],
    ...links.flatMap((link): [boolean, string][] => [
      [annotations.has(link.toString()), `A link of page ${number} stands in no tag.`],
      [textOf(page.doc.context.lookup(link, PDFDict), 'Contents') !== '', `A link of page ${number} has no words.`],
    ]),
  ])
}

function checkFonts(file: PDFDocument): string[] {
  return file.context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (!(object instanceof PDFDict)) return []
    if (say(object, 'Type') === '/FontDescriptor')
      return find([
        [
          ['FontFile', 'FontFile2', 'FontFile3'].some((key) => object.has(name(key))),
          'A font’s letters are not in the file.',
        ],
      ])
    if (say(object, 'Type') !== '/Font' || say(object, 'Subtype').startsWith('/CIDFont')) return []
    return find([[object.has(name('ToUnicode')), 'Letters of a font cannot be read out or copied.']])
  })
}

/** Each tag in the order of reading, what of each page is named in them, and the links that are. */
function readTree(file: PDFDocument) {
  const elements: Element[] = []
  const marks = new Map<string, number[]>()
  const annotations = new Set<string>()
  const walk = (object: PDFObject | undefined, page: PDFObject | undefined, within: string[]): void => {
    const found = object instanceof PDFRef ? file.context.lookup(object) : object
    if (found instanceof PDFArray) for (const child of found.asArray()) walk(child, page, within)
    if (found instanceof PDFNumber) hold(page, found)
    if (!(found instanceof PDFDict)) return
    const here = found.get(name('Pg')) ?? page
    const type = say(found, 'Type')
    if (type === '/MCR') hold(here, found.lookup(name('MCID'), PDFNumber))
    else if (type === '/OBJR') annotations.add(String(found.get(name('Obj'))))
    else {
      const role = say(found, 'S').slice(1)
      if (role) elements.push({ role, dict: found, within })
      walk(found.get(name('K')), here, [...within, role])
    }
  }
  const hold = (page: PDFObject | undefined, mark: PDFNumber) => {
    const key = String(page)
    marks.set(key, [...(marks.get(key) ?? []), mark.asNumber()])
  }
  walk(file.catalog.get(name('StructTreeRoot')), undefined, [])
  return { elements, marks, annotations }
}

function readContent(page: PDFPage): string[] {
  const contents = page.node.Contents()
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((one) => page.doc.context.lookup(one)) : [contents]
  const text = streams
    .map((stream) =>
      stream instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1') : '',
    )
    .join('\n')
  return withoutStrings(text)
    .replaceAll(/<<|>>|\[|\]/g, ' ')
    .split(/\s+/)
    .filter(Boolean)
}

/** A string may hold brackets in pairs, or any byte behind a backslash. */
function withoutStrings(text: string): string {
  let kept = ''
  let depth = 0
  for (const [sign] of text.matchAll(/\\[\s\S]|[()]|[^\\()]+/g)) {
    if (sign === ')') depth -= 1
    if (depth === 0) kept += sign === ')' ? ' ' : sign.replace('(', ' ')
    if (sign === '(') depth += 1
  }
  return kept
}

function hasScope(dict: PDFDict): boolean {
  const attributes = dict.lookup(name('A'))
  const all = attributes instanceof PDFArray ? attributes.asArray() : [attributes]
  return all.some((one) => {
    const found = one instanceof PDFRef ? dict.context.lookup(one) : one
    return found instanceof PDFDict && found.has(name('Scope'))
  })
}

function textOf(dict: PDFDict, key: string): string {
  return (dict.lookup(name(key)) as PDFString | undefined)?.decodeText().trim() ?? ''
}

function say(dict: PDFObject | undefined, key: string): string {
  return dict instanceof PDFDict ? String(dict.get(name(key)) ?? '') : ''
}

function find(checks: [holds: boolean, fault: string][]): string[] {
  return checks.filter(([holds]) => !holds).map(([, fault]) => fault)
}

function name(key: string): PDFName {
  return PDFName.of(key)
}
