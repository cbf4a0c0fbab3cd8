import * as Plot from '@observablehq/plot'
import { type IsoDate, sayDate } from '../../domain/shared/calendar-date.ts'
import { colours } from '../theme/colour.ts'
import type { Chart, Size } from './chart.ts'
import { FULL_SIZES } from './chart.ts'
import { drawSvg } from './draw-svg.ts'

export interface Stretch {
  startsOn: IsoDate
  /** Null while it lasts. */
  endsOn: IsoDate | null
  text: string
  /** Drawn hatched and without its text, for those who may not see it. */
  isHidden?: boolean
}

export interface Lane {
  /** "Homes", "Social workers". */
  title: string
  stretches?: Stretch[]
  /** Days rather than stretches: reviews, visits. */
  moments?: { on: IsoDate; text: string }[]
}

export interface HomesTimelineInput {
  id: string
  title: string
  from: IsoDate
  until: IsoDate
  lanes: Lane[]
}

interface Piece {
  lane: number
  from: Date
  to: Date
  text: string
  isHidden: boolean
  isPale: boolean
}

const LANE = 60

/** A child's years as bars on one axis of time: each home, and under it who their social worker was. */
export function homesTimeline(input: HomesTimelineInput): Chart {
  const description = input.lanes
    .map((lane) => `${lane.title}: ${[...(lane.stretches ?? []), ...(lane.moments ?? [])].length}`)
    .join('; ')
  return {
    title: input.title,
    svg: FULL_SIZES.map((size) => drawSvg({ ...input, description }, size, optionsFor(input, size))).join(''),
    table: {
      caption: input.title,
      isCaptionHidden: true,
      columns: [{ text: 'From' }, { text: 'To' }, { text: 'What' }, { text: 'Which' }],
      rows: input.lanes.flatMap((lane) => [
        ...(lane.stretches ?? []).map((stretch) => [
          sayDate(stretch.startsOn),
          stretch.endsOn ? sayDate(stretch.endsOn) : 'now',
          lane.title,
          stretch.isHidden ? ({ isHidden: true } as const) : stretch.text,
        ]),
        ...(lane.moments ?? []).map((moment) => [sayDate(moment.on), sayDate(moment.on), lane.title, moment.text]),
      ]),
    },
  }
}

function optionsFor(input: HomesTimelineInput, size: Size): object {
  const [from, until] = [toDate(input.from), toDate(input.until)]
  const pieces = input.lanes.flatMap((lane, at) => toPieces(lane, at, input))
  const perPixel = (until.getTime() - from.getTime() || 1) / (size.width - 4)
  const fits = (piece: Piece) => (piece.to.getTime() - piece.from.getTime()) / perPixel > piece.text.length * 7.4 + 14
  const moments = input.lanes.flatMap((lane, at) =>
    (lane.moments ?? []).map((moment) => ({ lane: at, on: toDate(moment.on) })),
  )
  const bars = { y: 'lane', x1: 'from', x2: 'to', insetTop: 25, insetBottom: 7, insetRight: 1.5, rx: 4 }
  return {
    height: input.lanes.length * LANE + 30,
    margin: 2,
    marginBottom: 28,
    x: {
      type: 'utc',
      domain: [from, until],
      axis: 'bottom',
      label: null,
      ticks: size.width > 400 ? 8 : 4,
      tickSize: 4,
    },
    y: { domain: input.lanes.map((_, at) => at), axis: null, padding: 0 },
    marks: [
      Plot.barX(
        pieces.filter((piece) => !piece.isHidden),
        { ...bars, fill: (piece: Piece) => (piece.isPale ? colours.plumRule : colours.plum) } as object,
      ),
      Plot.barX(
        pieces.filter((piece) => piece.isHidden),
        { ...bars, fill: 'url(#kept-hatch)', stroke: colours.hatch } as object,
      ),
      Plot.text(
        input.lanes.map((lane, at) => ({ at, text: lane.title })),
        { y: 'at', x: from, text: 'text', dy: -17, textAnchor: 'start', fill: colours.ink, fontWeight: 700 } as object,
      ),
      Plot.text(
        pieces.filter((piece) => !piece.isHidden && fits(piece)),
        {
          y: 'lane',
          x: 'from',
          dx: 8,
          dy: 9,
          text: 'text',
          textAnchor: 'start',
          fill: (piece: Piece) => (piece.isPale ? colours.ink : colours.white),
        } as object,
      ),
      Plot.dot(moments, {
        y: 'lane',
        x: 'on',
        dy: 9,
        r: 6,
        fill: colours.white,
        stroke: colours.thread,
        strokeWidth: 3,
      } as object),
    ],
  }
}

/** Neighbours alternate in tone, and a gap of white parts them, so that a move is seen without colour. */
function toPieces(lane: Lane, at: number, { from, until }: HomesTimelineInput): Piece[] {
  return (lane.stretches ?? [])
    .filter((stretch) => stretch.startsOn <= until && (stretch.endsOn ?? until) >= from)
    .map((stretch, index) => ({
      lane: at,
      from: toDate(stretch.startsOn < from ? from : stretch.startsOn),
      to: toDate(stretch.endsOn === null || stretch.endsOn > until ? until : stretch.endsOn),
      text: stretch.text,
      isHidden: stretch.isHidden ?? false,
      isPale: index % 2 === 1,
    }))
}

/** Plot's scale of time wants instants; all are midnight UTC, so no zone can shift a day. */
function toDate(date: IsoDate): Date {
  return new Date(`${date}T00:00:00Z`)
}
