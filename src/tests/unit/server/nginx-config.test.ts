import { expect, test } from 'vitest';
import { headerRules } from '../../../server/headers-file.ts';
import { nginxConfig } from '../../../server/nginx-config.ts';

const rules = headerRules(`/*
  X-Content-Type-Options: nosniff
/_astro/*
  Cache-Control: public, max-age=31536000, immutable
/posts/*/cite.bib
  Content-Type: application/x-bibtex; charset=utf-8
/odd
  X-Said: a "quoted" \\ word
`);
const site = { root: '/var/www/blog', base: '/', name: 'blog.example.org', listen: '80', rules };

test('the rules of _headers become maps and locations, counted from where the site lives', () => {
  const text = nginxConfig({ ...site, base: '/my.blog' });
  expect(text).toContain('"~^/my\\.blog/_astro\\/.*$" "public, max-age=31536000, immutable";');
  expect(text).toContain('location ~ "^/my\\.blog/posts\\/.*\\/cite\\.bib$" {');
  expect(text).toContain('default_type "application/x-bibtex; charset=utf-8";');
  expect(text).toContain('add_header X-Content-Type-Options $blog_x_content_type_options always;');
  expect(text).toContain('"a \\"quoted\\" \\\\ word";');
  expect(text).toContain('error_page 404 /my.blog/404.html;');
  expect(text.split('{').length).toBe(text.split('}').length);
});

test.each(['a b', 'a;b', '/x{', '$uri', '"', ''])('"%s" is refused as a name', (name) => {
  expect(() => nginxConfig({ ...site, name })).toThrow('cannot stand in a file of nginx');
});
