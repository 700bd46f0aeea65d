/** What an attribute of an author's component may hold. */
export type AttributeKind = 'text' | 'address' | 'picture' | 'licence' | 'language';

export interface AttributeRule {
  kind: AttributeKind;
  required?: true;
  /** The sentence for the authors' manual. */
  says: string;
}

export interface ComponentRule {
  says: string;
  example: string;
  /** Whether it wraps text: `block` stands on its own lines, `none` closes itself. */
  holds: 'block' | 'none';
  attributes: Readonly<Record<string, AttributeRule>>;
}

const credit = {
  credit: {
    kind: 'text',
    says: 'Who made the picture. Leave this and the licence out if it is ours.',
  },
  licence: { kind: 'licence', says: "The picture's licence." },
  source: { kind: 'address', says: 'The web page where you found the picture.' },
} as const satisfies Record<string, AttributeRule>;

/** The component of a name, if it is one that a post may use. */
export function componentNamed(name: string): ComponentRule | undefined {
  return Object.hasOwn(COMPONENTS, name) ? COMPONENTS[name as ComponentName] : undefined;
}

const components = {
  Figure: {
    says: 'A picture with a caption and credit.',
    example:
      '<Figure src="./reading-room.jpg" alt="Readers at long tables" caption="The reading room at noon." />',
    holds: 'none',
    attributes: {
      src: { kind: 'picture', required: true, says: "A picture in the post's folder." },
      alt: {
        kind: 'text',
        required: true,
        says: 'What the picture shows, for people who cannot see it.',
      },
      caption: { kind: 'text', says: 'The words below the picture.' },
      ...credit,
    },
  },
  Gallery: {
    says: 'Several pictures side by side.',
    example:
      '<Gallery>\n\n<Figure src="./one.jpg" alt="…" />\n<Figure src="./two.jpg" alt="…" />\n\n</Gallery>',
    holds: 'block',
    attributes: { label: { kind: 'text', says: 'What the pictures have in common.' } },
  },
  Note: {
    says: 'A box apart from the text: a tip, a date, a correction.',
    example: '<Note title="Before you apply">\n\nApplications close at midnight.\n\n</Note>',
    holds: 'block',
    attributes: { title: { kind: 'text', says: 'A short heading for the note.' } },
  },
  Quote: {
    says: 'A quotation with its source.',
    example: '<Quote source="The code of ethics, 2012">\n\nLibrarians …\n\n</Quote>',
    holds: 'block',
    attributes: {
      source: {
        kind: 'text',
        required: true,
        says: 'Whose words they are, or which text they come from.',
      },
      url: { kind: 'address', says: 'A web page with the original words.' },
      lang: { kind: 'language', says: "The language of the quotation, if not the post's." },
    },
  },
  Figures: {
    says: 'A table of numbers, with a caption that says what they are and from when.',
    example:
      '<Figures caption="Participants, as of June 2013">\n\n| … | … |\n| --- | --- |\n\n</Figures>',
    holds: 'block',
    attributes: {
      caption: { kind: 'text', required: true, says: 'What the numbers are, and from which day.' },
      source: { kind: 'text', says: 'Where the numbers come from.' },
    },
  },
  Embed: {
    says: 'A card that links to a video or other content elsewhere. Nothing is loaded before a click.',
    example: '<Embed url="https://vimeo.com/76979871" title="A tour of our library" />',
    holds: 'none',
    attributes: {
      url: { kind: 'address', required: true, says: 'The address of the content.' },
      title: { kind: 'text', required: true, says: 'What readers will find there.' },
      note: { kind: 'text', says: 'Its length, its language, or what readers need to see it.' },
    },
  },
  InLanguage: {
    says: 'A passage in another language, so that it is shown and read aloud correctly.',
    example: '<InLanguage lang="ar">\n\nأهلا وسهلا\n\n</InLanguage>',
    holds: 'block',
    attributes: {
      lang: { kind: 'language', required: true, says: 'The language code: ar, zh-Hans …' },
    },
  },
} as const satisfies Record<string, ComponentRule>;

/** A table of them that lacks one does not type-check. */
export type ComponentName = keyof typeof components;

/** The components that a post may use, by name. Everything that is not here is refused. */
export const COMPONENTS: Readonly<Record<ComponentName, ComponentRule>> = components;
