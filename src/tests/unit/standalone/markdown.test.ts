import { expect, test } from 'vitest';
import { addressedNodes } from '../../../core/markdown/addressed-nodes.ts';
import { parseMdx } from '../../../core/markdown/satteri.ts';
import { withAbsoluteUrls } from '../../../standalone/markdown.ts';

const setting = {
  address: 'https://blog.example/posts/2013-06-today/',
  local: (path: string) => `https://blog.example${path}`,
  picture: (file: string) =>
    file === 'cup.png'
      ? { address: 'https://blog.example/posts/2013-06-today/cup.jpg', width: 1, height: 1 }
      : undefined,
};
const whole = (source: string) =>
  withAbsoluteUrls(source, addressedNodes(parseMdx(source), source), setting);

test('Markdown stays as its author wrote it', () => {
  const source =
    '# Ünï 😀\n\n* one *sign*\n* two __signs__\n\n```\n[a](/x)\n```\n\n`[b](/y)`\n\n[c](https://y.example/ "t")\n';
  expect(whole(source)).toBe(source);
});

test('links, pictures and definitions get whole addresses', () => {
  expect(whole('😀 [about](/about/ "Who") and [below](#question-1).\n')).toBe(
    '😀 [about](https://blog.example/about/ "Who") and [below](https://blog.example/posts/2013-06-today/#question-1).\n',
  );
  expect(whole('![A cup](./cup.png)\n')).toBe(
    '![A cup](https://blog.example/posts/2013-06-today/cup.jpg)\n',
  );
  expect(whole('See [it][1].\n\n[1]: /rounds/ "All"\n')).toBe(
    'See [it][1].\n\n[1]: https://blog.example/rounds/ "All"\n',
  );
  expect(whole('[![A cup](./cup.png)](/about/)\n')).toBe(
    '[![A cup](https://blog.example/posts/2013-06-today/cup.jpg)](https://blog.example/about/)\n',
  );
});

test('a link over two lines of a quotation stays within it', () => {
  expect(whole('> See [what we\n> do](/about/) here.\n')).toBe(
    '> See [what we do](https://blog.example/about/) here.\n',
  );
});

test('the letters of a link that mean something to Markdown stay letters', () => {
  const source = '[a \\* b \\] c](/x/)\n';
  const again = whole(source);
  const [paragraph] = parseMdx(again).children;
  expect(paragraph).toMatchObject({
    children: [
      {
        type: 'link',
        url: 'https://blog.example/x/',
        children: [{ type: 'text', value: 'a * b ] c' }],
      },
    ],
  });
});
