/** Where a visitor's choice of colours is kept. Nothing is kept while the device decides. */
export const THEME_KEY = 'theme';

/** Where a browser notes that it has the site's typefaces: a {@link KeptTypefaces} as JSON. */
export const TYPE_KEY = 'type';

/** The typefaces that a browser has from an earlier page. */
export interface KeptTypefaces {
  /** The address of the style that declares them. Another has others. */
  sheet: string;
  /** What the constructor of `FontFace` takes (CSS Font Loading 3). */
  faces: [family: string, source: string, descriptors: FontFaceDescriptors][];
}
