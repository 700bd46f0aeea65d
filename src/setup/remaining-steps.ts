import type { SetupAnswers } from './prompts.ts';

/** What setting up could find out by itself. */
export interface Findings {
  /** Whether giscus's ids were found and written. */
  hasGiscus: boolean;
  /** Why they were not, in a sentence. */
  giscusHint?: string | undefined;
}

/** What remains to be done by a person, in the order in which it is best done, with links. */
export function remainingSteps(answers: SetupAnswers, findings: Findings): string {
  const { repository, address } = answers;
  const github = `https://github.com/${repository}`;
  const isPages = new URL(address).hostname.endsWith('.github.io');
  const steps = [
    'Fill in the blanks (TO FILL IN: …): `npm run check` names each of them with its file and line.',
    `Send it to GitHub: git add --all && git commit -m "Begin the blog" && git push`,
    `Let GitHub publish it: ${github}/settings/pages, under "Source" choose "GitHub Actions".`,
    ...(isPages
      ? []
      : [
          `Use your own address: on the same page, under "Custom domain", write ${new URL(address).hostname}, and set the DNS record that GitHub shows there.`,
        ]),
    ...(findings.hasGiscus
      ? [
          'Let readers answer on the page: install https://github.com/apps/giscus for the repository.',
        ]
      : [
          `Let readers answer on the page: in ${github}/settings, under "Features", switch on "Discussions". Make a category "Responses" of the format "Announcement". Install https://github.com/apps/giscus. Then fill in \`giscus:\` in content/program.yaml.${findings.giscusHint ? ` (${findings.giscusHint})` : ''}`,
        ]),
    `Let first-time writers hand in posts: ${github}/settings/actions, under "Approval for running fork pull request workflows", choose who must wait for you.`,
  ];
  return `What remains to be done (docs/your-own-blog.md has it step by step):\n${steps
    .map((step, index) => `${index + 1}. ${step}`)
    .join('\n')}`;
}
