import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import nunjucks from 'nunjucks'
import { addFilters } from './filter.ts'
import { drawPicture } from './picture.ts'

/**
 * Templates: a feature's lie beside its pages and are addressed from `src`, the layout and shared macros from
 * `src/web/templates`, GOV.UK's from its package.
 *
 * Strict mode, for tests and development: printing what is undefined or null throws in our own templates. GOV.UK's own
 * macros print undefined options by design, so theirs are compiled without that check; nothing of ours needs wrapping.
 */
export interface Renderer {
  render(template: string, model: object): string
}

const sourceFolder = join(import.meta.dirname, '..', '..')
const templateFolder = join(sourceFolder, 'web', 'templates')
const govukFolder = join(createRequire(import.meta.url).resolve('govuk-frontend/package.json'), '..', 'dist')

export function createRenderer(options: { isStrict: boolean }): Renderer {
  const loaders = [new nunjucks.FileSystemLoader([templateFolder, sourceFolder]), new GovukLoader()]
  const environment = new nunjucks.Environment(loaders, { autoescape: true, throwOnUndefined: options.isStrict })
  addFilters(environment)
  environment.addGlobal('picture', drawPicture)
  return { render: (template, model) => environment.render(template, model) }
}

/** Hands over GOV.UK's templates already compiled, so that the environment's strictness does not reach them. */
class GovukLoader extends nunjucks.Loader {
  private readonly files = new nunjucks.FileSystemLoader(govukFolder)

  getSource(name: string) {
    const source = this.files.getSource(name)
    if (!source) return source
    const code = compiler.compile(source.src, [], [], source.path, { throwOnUndefined: false })
    return { path: source.path, noCache: false, src: { type: 'code', obj: new Function(code)() } } as never
  }
}

/** Left out of nunjucks's published types. */
const { compiler } = nunjucks as unknown as {
  compiler: { compile(source: string, filters: [], extensions: [], name: string, options: object): string }
}

/** GOV.UK's page template, for the content security policy: the one inline script it holds is allowed by its hash. */
export function readGovukTemplate(): string {
  return readFileSync(join(govukFolder, 'govuk', 'template.njk'), 'utf8')
}
