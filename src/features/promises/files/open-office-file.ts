import { strFromU8, unzipSync } from 'fflate'
import { DOMParser } from 'linkedom'

export const MOST_BYTES = 15 * 1024 * 1024
/** All that is opened of one file; a plan of a hundred pages has two or three million letters in it. */
const MOST_OPENED = 20 * 1024 * 1024
const MOST_PARTS = 5000

export class OfficeFileProblem extends Error {}

export type XmlNode = ReturnType<InstanceType<typeof DOMParser>['parseFromString']>['documentElement']

/** The parts of a Word or Excel file that are asked for, in memory. The size is looked at before anything is opened. */
export function openOfficeFile(bytes: Uint8Array, isWanted: (name: string) => boolean): Map<string, XmlNode> {
  let opened = 0
  let parts = 0
  let files: Record<string, Uint8Array>
  try {
    files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        parts += 1
        if (parts > MOST_PARTS) throw new OfficeFileProblem('too many parts')
        if (!isWanted(name)) return false
        opened += originalSize
        if (opened > MOST_OPENED) throw new OfficeFileProblem('too large inside')
        return true
      },
    })
  } catch (fault) {
    throw fault instanceof OfficeFileProblem ? fault : new OfficeFileProblem('not a zip')
  }
  return new Map(
    Object.entries(files).map(([name, part]) => [
      name,
      new DOMParser().parseFromString(strFromU8(part), 'text/xml').documentElement,
    ]),
  )
}

/** The children with a name, whatever stands before its colon. */
export function childrenOf(node: XmlNode, name: string): XmlNode[] {
  return [...node.children].filter((child) => localName(child) === name) as XmlNode[]
}

export const localName = (node: { tagName: string }) => node.tagName.replace(/^.*:/, '')

/** An attribute with a name, whatever stands before its colon. */
export function attributeOf(node: XmlNode | undefined, name: string): string | null {
  if (node === undefined) return null
  for (const { name: own, value } of [...node.attributes]) if (own.replace(/^.*:/, '') === name) return value
  return null
}
