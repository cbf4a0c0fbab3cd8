import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface Tag {
  role: string
  alt: string
  /** All words inside it, in reading order. */
  words: string
  children: Tag[]
}

interface Node {
  role?: string
  alt?: string
  type?: string
  id?: string
  children?: Node[]
}

/** A PDF as a reading program finds it: what it is called, its tags, its bookmarks, and the words on each page. */
export async function readPdf(bytes: Buffer) {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS })
  const file = await loading.promise
  try {
    const { info } = (await file.getMetadata()) as { info: { Title?: string; Language?: string } }
    const tags: Tag[] = []
    const pages: string[] = []
    for (let number = 1; number <= file.numPages; number += 1) {
      const page = await file.getPage(number)
      const { items } = await page.getTextContent({ includeMarkedContent: true })
      const said = collectWords(items as ContentItem[])
      pages.push(tidy((items as ContentItem[]).map(({ str = '', hasEOL }) => str + (hasEOL ? ' ' : '')).join('')))
      const tree = (await page.getStructTree()) as Node | null
      if (tree) for (const child of tree.children ?? []) tags.push(...flatten(makeTag(child, said)))
    }
    const bookmarks = []
    for (const { title, dest } of (await file.getOutline()) ?? []) {
      const to = typeof dest === 'string' ? await file.getDestination(dest) : dest
      bookmarks.push({ title, page: (await file.getPageIndex(to![0])) + 1 })
    }
    return {
      title: info.Title,
      language: info.Language,
      isMarked: (await file.getMarkInfo())?.Marked === true,
      tags: tags.filter(({ role }) => role !== ''),
      bookmarks,
      pages,
    }
  } finally {
    await loading.destroy()
  }
}

interface ContentItem {
  type?: string
  id?: string
  str?: string
  hasEOL?: boolean
}

/** The words of each marked piece of a page, by its name. */
function collectWords(items: ContentItem[]): Map<string, string> {
  const said = new Map<string, string>()
  const open: string[] = []
  for (const { type, id, str, hasEOL } of items) {
    if (type?.startsWith('beginMarkedContent')) open.push(id ?? '')
    else if (type === 'endMarkedContent') open.pop()
    else for (const name of open) said.set(name, (said.get(name) ?? '') + (str ?? '') + (hasEOL ? ' ' : ''))
  }
  return said
}

function makeTag(node: Node, said: Map<string, string>): Tag {
  const children = (node.children ?? []).map((child) => makeTag(child, said))
  const own = node.type === 'content' ? (said.get(node.id ?? '') ?? '') : ''
  return {
    role: node.role ?? '',
    alt: node.alt ?? '',
    words: tidy(own + children.map(({ words }) => words).join(' ')),
    children: children.filter(({ role }) => role !== ''),
  }
}

function flatten(tag: Tag): Tag[] {
  return [tag, ...tag.children.flatMap(flatten)]
}

function tidy(words: string): string {
  return words.replaceAll(/\s+/g, ' ').trim()
}
