import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { type Asset, listAssets } from './asset.ts'

/** Addresses change with their content, so what is under one never does (RFC 8246). */
const FOR_EVER = 'public, max-age=31536000, immutable'

type Encoding = 'br' | 'gzip' | 'identity'
const encoders = { br: promisify(brotliCompress), gzip: promisify(gzip), identity: async (bytes: Buffer) => bytes }

export interface AssetOptions {
  /** Where a compiled style sheet is kept between starts; null keeps it in memory alone. */
  cacheFolder: string | null
  /** Compile while the server starts, so that the first person does not wait. */
  isWarmedAtStart?: boolean
}

export function registerAssets(app: FastifyInstance, options: AssetOptions): void {
  const assets = listAssets(options.cacheFolder)
  for (const asset of assets) registerAsset(app, asset)
  if (options.isWarmedAtStart) {
    app.addHook('onListen', async () => {
      for (const asset of assets) await asset.read()
    })
  }
}

/** Each encoding is made once, when first asked for, and kept. */
function registerAsset(app: FastifyInstance, asset: Asset): void {
  const bodies = new Map<Encoding, Promise<Buffer>>()
  app.get(asset.path, { config: { isAsset: true } as never, compress: false } as never, async (request, reply) => {
    const encoding = asset.isCompressed ? 'identity' : bestEncoding(String(request.headers['accept-encoding'] ?? ''))
    let body = bodies.get(encoding)
    if (!body) {
      body = asset.read().then((bytes) => encoders[encoding](bytes))
      bodies.set(encoding, body)
      body.catch(() => bodies.delete(encoding))
    }
    return sendAsset(reply, asset, encoding, await body)
  })
}

function sendAsset(reply: FastifyReply, asset: Asset, encoding: Encoding, body: Buffer): FastifyReply {
  if (encoding !== 'identity') reply.header('content-encoding', encoding)
  if (!asset.isCompressed) reply.header('vary', 'accept-encoding')
  return reply
    .header('content-type', asset.type)
    .header('cache-control', FOR_EVER)
    .header('x-content-type-options', 'nosniff')
    .header('cross-origin-resource-policy', 'same-origin')
    .send(body)
}

export function bestEncoding(accepted: string): Encoding {
  const offers = accepted.split(',').map((part) => part.trim().split(';'))
  const isWelcome = (name: string) => offers.some(([n, q]) => n === name && !/q=0(\.0*)?$/.test(q?.trim() ?? ''))
  if (isWelcome('br')) return 'br'
  return isWelcome('gzip') ? 'gzip' : 'identity'
}
