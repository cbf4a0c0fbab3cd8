import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import nunjucks from 'nunjucks'

const folder = join(import.meta.dirname, '..', 'pictures')
let drawn: Map<string, string> | undefined

/** The names of our own drawn pictures. */
export function pictureNames(): string[] {
  return [...readPictures().keys()]
}

/**
 * One of our own drawn pictures, inside the page, so that it costs no request and its file name tells nobody anything.
 * A picture always stands beside its word, so a screen reader passes over it.
 */
export function drawPicture(name: string): nunjucks.runtime.SafeString {
  const picture = readPictures().get(name) ?? readPictures().get('star')!
  return new nunjucks.runtime.SafeString(picture)
}

function readPictures(): Map<string, string> {
  drawn ??= new Map(
    readdirSync(folder)
      .filter((file) => file.endsWith('.svg'))
      .map((file) => [
        file.slice(0, -'.svg'.length),
        readFileSync(join(folder, file), 'utf8')
          .trim()
          .replace('<svg xmlns="http://www.w3.org/2000/svg" ', '<svg class="young-picture" focusable="false" '),
      ]),
  )
  return drawn
}
