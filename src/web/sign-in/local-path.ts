const LONGEST = 1000
/** One slash, then neither a slash nor a backslash; only printable ASCII, since browsers drop tabs and line ends. */
const LOCAL = /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/

/** Where to go after signing in: a path of ours, or the first page. Anything that could lead elsewhere is dropped. */
export function localPath(to: unknown): string {
  if (typeof to !== 'string' || to.length > LONGEST || !LOCAL.test(to)) return '/'
  return /^\/sign-(in|out)\b/.test(to) ? '/' : to
}
