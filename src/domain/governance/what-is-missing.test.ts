import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type AgendaPart, listMissingOfMeeting, listMissingOfPaper } from './what-is-missing.ts'

const whole = { title: 'Health', fullText: 'All.', plainVersion: 'Short.', impact: 'It helps.', publishedOn: null }
const young: AgendaPart = { isYoungPeoples: true, title: 'Pets', otherwiseBecause: null, paper: null }
const other = (paper: AgendaPart['paper']): AgendaPart => ({
  isYoungPeoples: false,
  title: 'Health',
  otherwiseBecause: null,
  paper,
})

test('a paper lacks what is empty, and blanks are empty', () => {
  assert.deepEqual(listMissingOfPaper(whole), [])
  assert.deepEqual(listMissingOfPaper({ ...whole, plainVersion: ' \n' }), ['a plain version'])
  assert.equal(listMissingOfPaper({ fullText: '', plainVersion: '', impact: '' }).length, 3)
})

test('a meeting whose papers are out lacks nothing', () => {
  assert.deepEqual(listMissingOfMeeting([young, other({ ...whole, publishedOn: '2026-07-01' })]), [])
})

test('young people’s item may not be empty without a reason', () => {
  const empty = { ...young, title: null }
  assert.match(listMissingOfMeeting([empty, other(null)])[0]!, /Young people’s item is empty/)
  assert.deepEqual(listMissingOfMeeting([{ ...empty, otherwiseBecause: 'They are at camp.' }, other(null)]), [])
})

test('each paper says what it lacks, or that it is ready', () => {
  assert.deepEqual(listMissingOfMeeting([young, other({ ...whole, plainVersion: '', impact: '' }), other(whole)]), [
    '“Health” lacks a plain version and an answer to how it supports our children.',
    '“Health” is ready to be published.',
  ])
})

test('an agenda of young people’s item alone is not an agenda yet', () => {
  assert.match(listMissingOfMeeting([young])[0]!, /nothing on the agenda after/)
})
