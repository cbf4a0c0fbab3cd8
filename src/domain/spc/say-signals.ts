import type { Signal } from './find-signals.ts'

/** Signals in words, newest first; `labels` name the points: "March 2026". */
export function saySignals(
  signals: readonly Signal[],
  labels: readonly string[],
): { sentence: string; past: string[] } {
  const last = labels.length - 1
  const now = signals.filter(({ to }) => to === last)
  const past = signals.filter(({ to }) => to !== last).toReversed()
  const newest = now.find(({ rule }) => rule === 'run') ?? now.find(({ rule }) => rule === 'trend') ?? now[0]
  return {
    sentence: newest ? sayNow(newest, labels) : 'this change is within what chance alone does',
    past: past.map((signal) => sayPast(signal, labels)),
  }
}

function sayNow({ rule, way, from }: Signal, labels: readonly string[]): string {
  const word = way === 'up' ? 'higher' : 'lower'
  if (rule === 'run') return `this is a real change: ${word} since ${labels[from]}`
  if (rule === 'trend') return `this is a real change: steadily ${way} since ${labels[from]}`
  return `the newest value is ${word} than chance alone gives`
}

function sayPast({ rule, way, from, to }: Signal, labels: readonly string[]): string {
  const word = way === 'up' ? 'higher' : 'lower'
  if (rule === 'beyond') return `${labels[from]} was ${word} than chance alone gives.`
  if (rule === 'run') return `From ${labels[from]} to ${labels[to]} it was ${word} than the middle without a break.`
  return `From ${labels[from]} to ${labels[to]} it went ${way} each time.`
}
