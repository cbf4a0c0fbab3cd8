import { placesOf, type SourceFile } from './source-file.ts'

/** Conclusions about a person that software may not draw (rule 44). What was tried, and what happened, can be said instead. */
const CONCLUSION =
  /hard[ -]to[ -]reach|difficult to engage|(?:fails?|failed|refus(?:es|ed|al)) to engage|non-?engag|high[ -]risk (?:child|young)|risk[ _-](?:score|level|rating)|(?:challenging|difficult|troubled) (?:child|young|behaviour)/i

/** Colour, score and rank about a child, and rewards for use (rule 31). A table is for figures, and none is for a child. */
const REWARD = /\b(?:streak|badge|leader ?board|score|ranking|points)\b|<table|dataTable\(|figureRow\(|progress\(/i

export function checkConclusions(file: SourceFile): string[] {
  return placesOf(file, CONCLUSION).map(
    (place) => `${place}: a conclusion about a person. Count, remind, show or explain; people decide.`,
  )
}

export function checkRewards(file: SourceFile): string[] {
  return placesOf(file, REWARD).map((place) => `${place}: no table, score, streak or badge on a young person’s page.`)
}
