import type { SetupAnswers } from './prompts.ts';

/** The README of a program's own repository: short, for those who run its blog. */
export function ownReadme({ name, address }: SetupAnswers): string {
  return `# ${name.replace(/[\\`*_[\]<>#]/g, '\\$&')}: the blog

The blog is at <${address}>. Its texts are in [content/](content/); everything else is the engine, which is described in
[docs/engine.md](docs/engine.md).

- **Write a post**: ${address}/write/ in a browser, or see [CONTRIBUTING.md](CONTRIBUTING.md).
- **See it on your own machine**: \`npm ci && npm start\` (Node 20.19 or newer).
- **See what is wrong**: \`npm run check\`.
- **Publish, let readers answer, change the address**: [docs/your-own-blog.md](docs/your-own-blog.md).

The program's name, addresses and menu stand in [content/program.yaml](content/program.yaml). \`npm run setup\` changes
single ones: \`npm run setup -- --contact hello@example.org\`.
`;
}
