/** What of the site comes first where there is no room for all of it: in the copy that browsers keep, and in the file that the search loads first. */
import type { Content } from './reading.ts';
import { referencesIn } from './references.ts';

/** By the address of a guide or checklist, below the base path: the lower, the sooner it is kept. What people come for is first, then the guides as each stage has them. */
export function importanceOf({ journey, guides, checklists, firstThings, searchWords }: Content): ReadonlyMap<string, number> {
  const importance = new Map<string, number>();
  const note = (path: string, place: number): void => {
    importance.set(path, Math.min(place, importance.get(path) ?? Infinity));
  };
  for (const stage of journey)
    stage.guides.forEach((slug, place) => {
      note(`/${stage.id}/${slug}/`, place + 1);
    });
  for (const id of [...firstThings.map(({ guide }) => guide), ...searchWords.groups.flatMap(({ first }) => first ?? [])])
    note(`/${id}/`, 0);
  for (const { id, body } of guides.values())
    for (const { component, targets } of referencesIn(body))
      if (component === 'Checklist') for (const shown of targets) note(`/checklists/${shown}/`, importance.get(`/${id}/`) ?? Infinity);
  // Those that no guide shows come last.
  for (const id of checklists.keys()) note(`/checklists/${id}/`, Infinity);
  return importance;
}
