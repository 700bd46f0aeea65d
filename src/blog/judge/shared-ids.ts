import { broken, type Place, type Problem } from '../problem.ts';

/** Something with an id, and the ids that it had. */
export interface Named {
  id: string;
  formerly: readonly string[];
  /** Where a former id of it stands. */
  place: (former: string) => Place;
}

/** Two things of one kind may not claim one id, neither today's nor a former one. */
export function sharedIdProblems(things: readonly Named[]): Problem[] {
  const owner = new Map(things.map((thing) => [thing.id, thing]));
  return things.flatMap((thing) =>
    thing.formerly.flatMap((id): Problem[] => {
      const other = owner.get(id);
      owner.set(id, other ?? thing);
      if (!other) return [];
      const whose = other === thing ? 'this one already' : other.place(other.id).file;
      return [broken('id-twice', thing.place(id), { id, other: whose })];
    }),
  );
}
