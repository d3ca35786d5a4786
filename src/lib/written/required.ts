/** What is there under an id. Throws where nothing is: the content check tells of that first. `kind` says what it is, for the message. */
export function required<Kind>(entries: ReadonlyMap<string, Kind>, id: string, kind: string): Kind {
  const entry = entries.get(id);
  if (entry === undefined) throw new Error(`There is no ${kind} called "${id}"`);
  return entry;
}
