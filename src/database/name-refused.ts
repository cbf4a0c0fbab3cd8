/** The database's own refusal of a young person's whole name (rule 35), where the one who types may not ask where it stands. */
export function isNameRefused(error: unknown): boolean {
  return error instanceof Error && error.message.includes("young person's name")
}

/** Keeps what was typed, or says as a fault of its field that a name stands in it. */
export async function keepUnlessNamed(
  field: string,
  keep: () => Promise<void>,
): Promise<{ field: string; text: string }[]> {
  try {
    await keep()
    return []
  } catch (error) {
    if (!isNameRefused(error)) throw error
    return [{ field, text: 'A young person’s name stands in it. Take it out: nobody is named here.' }]
  }
}
