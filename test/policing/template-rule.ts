import { placesOf, type SourceFile } from './source-file.ts'

/** What the content security policy would refuse in the browser, found before it gets there. */
const RULES: [what: RegExp, instead: string][] = [
  [
    /\sstyle\s*=\s*["'{]/i,
    'the content security policy refuses inline styles: give it a class and write the rule in src/web/theme.',
  ],
  [/<style\b/i, 'the content security policy refuses inline styles: write the rule in src/web/theme.'],
  [
    /<script\b(?![^>]*\bsrc=)/i,
    'the content security policy refuses inline scripts: put it in a file of src/web/assets.',
  ],
  [
    /\son[a-z]+\s*=\s*["']/i,
    'the content security policy refuses handlers in the page: add the listener in a file of src/web/assets.',
  ],
  [/javascript:/i, 'use a link or a form that works without JavaScript.'],
]

export function checkTemplate(file: SourceFile): string[] {
  const text = file.text.replace(/\{#[\s\S]*?#\}/g, (comment) => comment.replace(/[^\n]/g, ' '))
  return RULES.flatMap(([what, instead]) => placesOf(file, what, text).map((place) => `${place}: ${instead}`))
}
