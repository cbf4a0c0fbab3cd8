/** What stands behind Exampleshire's safe door. The numbers are among those kept for drama: they ring nowhere. */
export const DEMO_SAFE_DOOR = {
  nightNumber: '01632 960 100',
  dpiaReference: 'IG-2026-014, the child’s door',
  duty: [
    { name: 'Duty desk', number: '01632 960 101', minutes: 10, role: null },
    { name: 'Emergency duty team', number: '01632 960 100', minutes: 10, role: null },
    { name: '', number: '01632 960 103', minutes: 15, role: 'safeguarding_lead' },
  ],
  allegations: [
    { name: '', number: '01632 960 104', minutes: 15, role: 'allegations_lead' },
    { name: '', number: '01632 960 103', minutes: 15, role: 'safeguarding_lead' },
    { name: 'Emergency duty team', number: '01632 960 100', minutes: 10, role: null },
  ],
} as const

interface DemoStep {
  kind: 'opened' | 'called' | 'done'
  words: string | null
  /** Minutes after the message was sent. */
  after: number
}

export interface DemoMessage {
  daysAgo: number
  /** London time on that day. */
  at: string
  name: string | null
  words: string
  reach: string | null
  isTest: boolean
  /** Minutes after which the chain reached its first, second, third. */
  rung: number[]
  steps: DemoStep[]
}

/** One test that was answered, and one evening when the second in the chain was quicker than the first. */
export const DEMO_MESSAGES: DemoMessage[] = [
  {
    daysAgo: 34,
    at: '10:05',
    name: 'Test',
    words: 'This is a test. Please open it and write down what you would do.',
    reach: null,
    isTest: true,
    rung: [0],
    steps: [
      { kind: 'opened', words: null, after: 4 },
      {
        kind: 'done',
        words:
          'If it were real: ring back on the number given, ask who is with them and whether they can get to a room with a door, send a colleague or the police, and stay on the line.',
        after: 11,
      },
    ],
  },
  {
    daysAgo: 12,
    at: '21:42',
    name: 'J',
    words:
      'I missed the last bus and a man in a car keeps asking where I live. I am by the library. My phone is on 6 percent.',
    reach: 'Text me, do not ring, he will hear. I am in the bus stop with the light.',
    isTest: false,
    rung: [0, 10],
    steps: [
      { kind: 'opened', words: null, after: 13 },
      {
        kind: 'called',
        words:
          'Texted: stay in the light, the library café is open until ten, go in now. Police told of the car at the same minute.',
        after: 15,
      },
      {
        kind: 'done',
        words:
          'Met in the café by a colleague from the night team and taken home. The people at home knew and had supper ready. Police have the number of the car. Their own worker rings tomorrow after school.',
        after: 58,
      },
    ],
  },
]
