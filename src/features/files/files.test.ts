import assert from 'node:assert/strict'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import sharp from 'sharp'
import { makeTestApp, type TestApp } from '../../../test/kit/app.ts'
import { attempt } from '../../../test/kit/attempt.ts'
import { makeTestCouncil, type TestCouncil } from '../../../test/kit/council.ts'
import type { Actor } from '../../database/database.ts'
import { readStoredFile } from '../../database/file-folder.ts'
import { LARGEST_SIDE } from '../../shapes/file/check-file.ts'
import { type FileOwner, findFile, keepFile, takeFileAway } from '../../shapes/file/file.store.ts'
import { findDraft, keepDraft } from '../../shapes/voice/draft.store.ts'

const THING = '00000000-0000-4000-8000-0000000000a1'
/** What a child has begun to say: their own draft. */
let VIEW: FileOwner
const PROOF: FileOwner = { kind: 'proof', ref: THING }

let council: TestCouncil
let app: TestApp
let folder: string
let ash: Actor
let other: Actor
let lead: Actor
before(async () => {
  council = await makeTestCouncil()
  app = await makeTestApp(council)
  folder = join(app.folder, 'files')
  ash = council.actor(await council.addChild({ code: '1', role: 'child' }))
  other = await council.addStaff('team_manager')
  lead = await council.addStaff('strategy_lead')
  VIEW = await council.database.as(ash, async (query) => {
    await keepDraft(query, { words: 'not yet' })
    return { kind: 'view', ref: (await findDraft(query))!.id }
  })
})
after(() => app.close())

/** A picture as a phone takes it: on its side, with the place, the camera and the time written into it. */
function takePhoto(width = 3000, height = 1200): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#c2410c' } })
    .withExif({
      IFD0: { Make: 'Example Phones' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 26/1', GPSLongitudeRef: 'W', GPSLongitude: '0/1 7/1 39/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
}

async function keep(actor: Actor, bytes: Uint8Array, owner = VIEW, name = 'IMG_0042.jpg') {
  return keepFile(council.database, actor, folder, { name, bytes }, owner)
}

async function keepWhole(actor: Actor, bytes: Uint8Array, owner = VIEW): Promise<{ id: string; bytes: Buffer }> {
  const kept = await keep(actor, bytes, owner)
  assert.ok('id' in kept, JSON.stringify(kept))
  const row = await council.database.as(actor, (query) => findFile(query, kept.id))
  return { id: kept.id, bytes: await readStoredFile(folder, row!.name) }
}

const refused = async (bytes: Uint8Array, owner = VIEW, name = 'x.jpg') => {
  const kept = await keep(ash, bytes, owner, name)
  return 'problem' in kept ? kept.problem : 'kept'
}

test('rule 16: the place, the camera and the time are gone from a picture, and it is upright and no larger than need be', async () => {
  const photo = await takePhoto()
  const before = await sharp(photo).metadata()
  assert.ok(before.exif?.includes(Buffer.from('Example Phones')))
  const { bytes } = await keepWhole(ash, photo)
  const { exif, icc, xmp, iptc, width, height, orientation } = await sharp(bytes).metadata()
  assert.deepEqual([exif, icc, xmp, iptc, orientation], [undefined, undefined, undefined, undefined, undefined])
  assert.equal(bytes.includes('Example Phones'), false)
  assert.deepEqual([width, height], [800, LARGEST_SIDE])
})

test('what hides behind a picture is gone: a page or an archive joined to its end', async () => {
  const joined = Buffer.concat([await takePhoto(40, 40), Buffer.from('<script>alert(1)</script>PK\u0003\u0004')])
  const { bytes } = await keepWhole(ash, joined)
  assert.equal(bytes.includes('script'), false)
})

test('a file is what its content says, not its name: SVG, HTML, programs and archives are refused with what to do', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
  const wrong: [string, Buffer][] = [
    ['an SVG', Buffer.from(svg)],
    ['an SVG that says what it is', Buffer.from(`<?xml version="1.0"?>${svg}`)],
    ['an HTML page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a program', Buffer.from('7f454c460201010000000000', 'hex')],
    ['an archive', Buffer.from('504b0304140000000800', 'hex')],
    ['a GIF', Buffer.from('GIF89a\u0001\u0000\u0001\u0000\u0000\u0000\u0000;')],
    ['text', Buffer.from('hello')],
  ]
  for (const [what, bytes] of wrong) assert.match(await refused(bytes), /Choose a picture \(JPEG/, what)
  assert.match(await refused(Buffer.alloc(0)), /empty/)
  assert.match(await refused((await takePhoto()).subarray(0, 900)), /damaged/)
  assert.match(await refused(Buffer.from('00000018667479706865696300000000', 'hex')), /screenshot/)
})

test('a picture above the limit is refused with the limit', async () => {
  const photo = await takePhoto(40, 40)
  assert.match(await refused(Buffer.concat([photo, Buffer.alloc(20 * 1024 * 1024)])), /20 megabytes/)
})

test('a PDF is evidence, and nothing else', async () => {
  const pdf = Buffer.from('%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF')
  assert.match(await refused(pdf), /We cannot keep that kind of file/)
  const { id } = await keepWhole(lead, pdf, PROOF)
  const answer = await app.ask('GET', `/files/${id}`, other)
  assert.match(String(answer.headers['content-disposition']), /^attachment; filename="file\.pdf"$/)
})

test('a video keeps its pictures and sound, and loses the place it was taken', async () => {
  const box = (name: string, inside: Buffer) => {
    const head = Buffer.alloc(8)
    head.writeUInt32BE(inside.length + 8)
    head.write(name, 4, 'latin1')
    return Buffer.concat([head, inside])
  }
  const film = Buffer.concat([
    box('ftyp', Buffer.from('isom\0\0\0\0isom', 'latin1')),
    box(
      'moov',
      Buffer.concat([
        box('udta', box('\xa9xyz', Buffer.from('+51.5074-000.1278/'))),
        box('loci', Buffer.from('a town')),
      ]),
    ),
    box('mdat', Buffer.from('+51.5074-000.1278/ is only sound here')),
  ])
  const { bytes } = await keepWhole(ash, film)
  assert.equal(bytes.length, film.length)
  assert.equal(bytes.includes('a town'), false)
  assert.ok(bytes.includes('+00.0000-000.0000/'))
  assert.ok(bytes.includes('+51.5074-000.1278/ is only sound here'))
})

test('names on disk are chance alone, in a folder for the owner of the process alone', async () => {
  await keep(ash, await takePhoto(40, 40))
  const names = await readdir(folder)
  assert.ok(names.length > 0)
  for (const name of names) {
    assert.match(name, /^[0-9a-f]{32}$/)
    assert.equal((await stat(join(folder, name))).mode & 0o777, 0o600)
  }
  assert.equal((await stat(folder)).mode & 0o777, 0o700)
})

test('whoever added a file sees it; for another, and for a stranger, it is not there', async () => {
  const { id, bytes } = await keepWhole(ash, await takePhoto(60, 40))
  const own = await app.ask('GET', `/files/${id}`, ash)
  assert.equal(own.statusCode, 200)
  assert.deepEqual(own.rawPayload, bytes)
  assert.equal(own.headers['content-type'], 'image/jpeg')
  assert.equal(own.headers['x-content-type-options'], 'nosniff')
  assert.equal(own.headers['content-security-policy'], "default-src 'none'; sandbox")
  assert.equal(own.headers['cache-control'], 'no-store')
  assert.equal(own.headers['content-disposition'], 'inline; filename="file.jpeg"')
  for (const who of [other, lead]) assert.equal((await app.ask('GET', `/files/${id}`, who)).statusCode, 404)
  assert.equal((await app.ask('GET', `/files/${id}`, null)).statusCode, 303)
  assert.equal((await app.ask('GET', '/files/not-an-id', ash)).statusCode, 404)
})

test('a player may ask for a part', async () => {
  const { id, bytes } = await keepWhole(ash, await takePhoto(60, 40))
  const part = (range: string) => app.askWith('GET', `/files/${id}`, ash, { range })
  const first = await part('bytes=0-9')
  assert.deepEqual([first.statusCode, first.rawPayload], [206, bytes.subarray(0, 10)])
  assert.equal(first.headers['content-range'], `bytes 0-9/${bytes.length}`)
  assert.deepEqual((await part('bytes=-5')).rawPayload, bytes.subarray(-5))
  assert.equal((await part(`bytes=${bytes.length}-`)).statusCode, 416)
})

test('proof is read by those who read the plan and added by them alone; nothing is changed, and nothing but what a child has not sent is taken away', async () => {
  const { id } = await keepWhole(lead, await takePhoto(40, 40), PROOF)
  assert.equal((await app.ask('GET', `/files/${id}`, other)).statusCode, 200)
  assert.equal((await app.ask('GET', `/files/${id}`, ash)).statusCode, 404)
  await assert.rejects(keep(ash, await takePhoto(40, 40), PROOF), { code: '42501' })
  for (const statement of [
    sql`update stored_file set owner_kind = 'proof'`,
    sql`insert into stored_file (authority_id, name, type, bytes, sha256, owner_kind, owner_ref, added_by)
      values (${ash.authorityId}, ${'b'.repeat(32)}, 'image/png', 1, ${'0'.repeat(64)}, 'view', ${THING}, ${other.personId})`,
  ])
    assert.equal(await attempt(council.database, ash, statement), 'refused')
  for (const who of [lead, other, ash])
    assert.equal(
      await attempt(council.database, who, sql`delete from stored_file where owner_kind = 'proof'`),
      '0 rows',
    )
})

test('a child takes away what they have not sent, and it is gone from the disk too', async () => {
  const { id } = await keepWhole(ash, await takePhoto(40, 40))
  const names = await readdir(folder)
  assert.equal(await takeFileAway(council.database, other, folder, id), false)
  assert.equal(await takeFileAway(council.database, ash, folder, id), true)
  assert.equal((await readdir(folder)).length, names.length - 1)
  assert.equal(await takeFileAway(council.database, ash, folder, id), false)
})

test('nobody adds to what another child says, sent or not', async () => {
  const photo = await takePhoto(40, 40)
  await assert.rejects(keep(other, photo, VIEW), { code: '42501' })
  await assert.rejects(keep(ash, photo, { kind: 'view', ref: THING }), { code: '42501' })
})
