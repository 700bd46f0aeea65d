import { z } from 'zod';

/** What `program.yaml` says under `giscus:`. */
export type GiscusIds = {
  repository: string;
  repositoryId: string;
  category: string;
  categoryId: string;
};

const QUERY = `query($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name) {
    id isPrivate hasDiscussionsEnabled
    discussionCategories(first: 100) { nodes { id name isAnswerable } }
  }
}`;

const answerSchema = z.object({
  data: z.object({
    repository: z
      .object({
        id: z.string().regex(/^R_[\w-]+$/),
        isPrivate: z.boolean(),
        hasDiscussionsEnabled: z.boolean(),
        discussionCategories: z.object({
          nodes: z.array(
            z.object({ id: z.string().regex(/^DIC_[\w-]+$/), name: z.string().max(200) }),
          ),
        }),
      })
      .nullable(),
  }),
});

/** The category that holds responses, and those that stand in for it where it is not there. */
const CATEGORIES = ['responses', 'announcements'];

/**
 * Asks GitHub for the ids that giscus needs.
 *
 * @param repository owner/name
 * @param token one that may read the repository
 * @returns the ids, or a sentence that says why there are none
 */
export async function findGiscusIds(
  repository: string,
  token: string,
  address = 'https://api.github.com/graphql',
): Promise<GiscusIds | { hint: string }> {
  const [owner, name] = repository.split('/');
  const asked = await fetch(address, {
    method: 'POST',
    headers: { authorization: `bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query: QUERY, variables: { owner, name } }),
    signal: AbortSignal.timeout(10_000),
  })
    .then(async (answer) => answerSchema.safeParse(await answer.json()))
    .catch(() => undefined);
  if (!asked?.success) return { hint: "GitHub did not say giscus's ids" };
  const found = asked.data.data.repository;
  if (!found)
    return { hint: `GitHub knows no repository ${repository}, or the token may not read it` };
  if (found.isPrivate) return { hint: 'giscus needs a public repository, and this one is private' };
  if (!found.hasDiscussionsEnabled) return { hint: 'Discussions are not switched on yet' };
  const categories = found.discussionCategories.nodes;
  const category = CATEGORIES.flatMap((one) =>
    categories.filter(({ name: label }) => label.toLowerCase() === one),
  )[0];
  if (!category) return { hint: 'there is no category "Responses" yet' };
  return {
    repository,
    repositoryId: found.id,
    category: category.name,
    categoryId: category.id,
  };
}
