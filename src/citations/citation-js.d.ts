declare module '@citation-js/core' {
  export class Cite {
    constructor(item: object);
    format(as: 'bibtex' | 'ris'): string;
    format(as: 'bibliography', how: { template: string; lang: string; format: 'text' }): string;
  }
  export const plugins: {
    config: {
      get(plugin: '@csl'): {
        styles: { add(name: string, xml: string): void; get(name: string): string };
      };
      get(plugin: '@bibtex'): { format: { asciiOnly: boolean; useIdAsLabel: boolean } };
    };
  };
}

declare module '@citation-js/plugin-csl' {}
declare module '@citation-js/plugin-bibtex' {}
declare module '@citation-js/plugin-ris' {}
