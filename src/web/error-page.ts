import type { FastifyInstance, FastifyRequest } from 'fastify'
import { makePageModel } from './page-model.ts'
import { readFrameOf } from './request.ts'
import type { Site } from './site.ts'

/** Addresses that lead nowhere, files too large, and our own faults: each a page that says what to do. */
export function addErrorPages(app: FastifyInstance, site: Site): void {
  const page = async (title: string, request: FastifyRequest) =>
    makePageModel({
      title,
      path: request.url,
      council: site.council,
      person: null,
      csrf: null,
      asset: site.asset,
      extras: {},
      young: await readFrameOf(request, site),
    })
  app.setNotFoundHandler(async (request, reply) =>
    reply
      .status(404)
      .type('text/html; charset=utf-8')
      .send(site.renderer.render('web/not-found.njk', { page: await page('Page not found', request) })),
  )
  app.setErrorHandler(async (error: { statusCode?: number; message: string; stack?: string }, request, reply) => {
    const isTooLarge = error.statusCode === 413
    const status = error.statusCode ?? 500
    if (status >= 500)
      console.error(`${request.method} ${request.routeOptions.url ?? ''}: ${error.stack ?? error.message}`)
    const model = {
      page: await page(isTooLarge ? 'That file is too large' : 'Something went wrong', request),
      sentence: isTooLarge ? 'That file is too large.' : 'Sorry, something went wrong on our side.',
      advice: isTooLarge
        ? 'A file may hold 60 megabytes. A return is far smaller: check that this is the right file.'
        : 'Nothing you saved before is lost. Go back and try once more; if it happens again, tell the person who looks after Kept in your council.',
    }
    return reply.status(status).type('text/html; charset=utf-8').send(site.renderer.render('web/fault.njk', model))
  })
}
