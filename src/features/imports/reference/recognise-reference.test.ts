import assert from 'node:assert/strict'
import { test } from 'node:test'
import { recogniseReference } from './recognise-reference.ts'
import { splitCells } from './split-cells.ts'

const cases: { name: string; heading: string; is: object | null | RegExp }[] = [
  {
    name: 'short form',
    heading: 'pcds,lad,oseast1m,osnrth1m',
    is: { kind: 'postcodes', postcode: 0, district: 1, easting: 2, northing: 3 },
  },
  {
    name: '2016 edition',
    heading: 'pcd,pcd2,pcds,dointr,doterm,oscty,oslaua,osward,oseast1m,osnrth1m',
    is: { kind: 'postcodes', postcode: 2, district: 6, easting: 8, northing: 9 },
  },
  {
    name: '2020 lookup',
    heading: 'pcd,pcd2,pcds,dointr,doterm,laua,oseast1m,osnrth1m',
    is: { kind: 'postcodes', postcode: 2, district: 5, easting: 6, northing: 7 },
  },
  {
    name: '2025 edition',
    heading: 'PCD7,PCD8,PCDS,DOINTR,DOTERM,LAD25CD,EAST1M,NORTH1M',
    is: { kind: 'postcodes', postcode: 2, district: 5, easting: 6, northing: 7 },
  },
  {
    name: 'in quotation marks',
    heading: '"pcds","lad","oseast1m","osnrth1m"',
    is: { kind: 'postcodes', postcode: 0, district: 1, easting: 2, northing: 3 },
  },
  {
    name: 'districts',
    heading: 'LTLA23CD,LTLA23NM,LTLA23NMW,UTLA23CD,UTLA23NM',
    is: { kind: 'districts', district: 0, name: 1, upperTier: 3 },
  },
  {
    name: 'population',
    heading: 'time_period,old_la_code,new_la_code,age_group,population_estimate',
    is: { kind: 'population', year: 0, code: 1, onsCode: 2, ageGroup: 3, estimate: 4 },
  },
  { name: 'no easting', heading: 'pcds,lad,osnrth1m', is: /no column oseast1m/ },
  { name: 'grid alone', heading: 'oseast1m,osnrth1m', is: /no columns pcds, oslaua \(or lad\)/ },
  {
    name: 'population without year',
    heading: 'old_la_code,new_la_code,age_group,population_estimate',
    is: /no column time_period/,
  },
  { name: 'a table of the return', heading: 'CHILD,DOB,REVIEW,REVIEW_CODE', is: null },
  { name: 'rates of the department', heading: 'time_period,new_la_code,population_estimate,children_count', is: null },
  { name: 'rubbish', heading: '\u0000\u0001;;;', is: null },
  { name: 'nothing', heading: '', is: null },
]

test('a reference file is known by its columns, in any edition and order', () => {
  for (const { name, heading, is } of cases) {
    const recognised = recogniseReference(splitCells(heading))
    if (is instanceof RegExp)
      assert.match(recognised !== null && 'fault' in recognised ? recognised.fault : '', is, name)
    else assert.deepEqual(recognised, is === null ? null : { reference: is }, name)
  }
})

test('a line is split at its commas, not at those inside quotation marks', () => {
  const lines: [string, string[]][] = [
    ['a,b,,d', ['a', 'b', '', 'd']],
    ['"a","b"', ['a', 'b']],
    ['"a, b",c', ['a, b', 'c']],
    ['"say ""yes""",2', ['say "yes"', '2']],
    ['a,"b",', ['a', 'b', '']],
    ['"never closed,b', ['never closed,b']],
    ['', ['']],
    ['1,"",3', ['1', '', '3']],
  ]
  for (const [line, cells] of lines) assert.deepEqual(splitCells(line), cells, line)
})
