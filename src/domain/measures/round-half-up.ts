/**
 * Rounds half away from nought, as the DfE's published figures are: 2.5 to 3, -2.5 to -3. The tiny amount makes up for
 * decimals that a computer holds a little short (12.45).
 */
export function roundHalfUp(value: number, decimals = 0): number {
  const scale = 10 ** decimals
  const rounded = Math.floor(Math.abs(value) * scale + 0.5 + 1e-9) / scale
  return value < 0 && rounded !== 0 ? -rounded : rounded
}
