declare module '@citation-js/core' {
  export class Cite {
    constructor(item: object);
    format(as: 'bibtex' | 'ris'): string;
  }
  interface Processor {
    updateItems(ids: readonly string[]): void;
    makeBibliography(): [about: object, entries: string[]];
  }
  export const plugins: {
    config: {
      get(plugin: '@csl'): {
        /** A processor (citeproc-js) that knows these items. */
        engine(items: readonly object[], style: string, locale: string, format: 'text'): Processor;
        styles: { add(name: string, xml: string): void; get(name: string): string };
      };
      get(plugin: '@bibtex'): {
        format: { asciiOnly: boolean; useIdAsLabel: boolean; checkLabel: boolean };
      };
    };
  };
}

declare module '@citation-js/plugin-csl' {}
declare module '@citation-js/plugin-bibtex' {}
declare module '@citation-js/plugin-ris' {}
