import type { Plugin } from 'vite';
import { uprightSize } from '../../images/node/pixels.ts';

/**
 * Tells Astro the size of pictures as they are looked at. It reads in a JPEG alone which way up that
 * is, and measures others as their pixels lie; pages would reserve a wrong place for these, and offer
 * them in widths that they do not have.
 */
export function uprightSizes(): Plugin {
  return {
    name: 'upright-sizes',
    transform: {
      filter: { id: /\.(?:jpe?g|png|webp|avif|gif)(?:\?|$)/i },
      async handler(code, id) {
        const measured = MEASURED.exec(code);
        if (!measured) return undefined;
        // What can't be read is told where it is made smaller, with the name of its post.
        const size = await uprightSize(id.replace(/\?.*$/, '')).catch(() => undefined);
        if (!size || size.width === Number(measured[1])) return undefined;
        const { width, height } = size;
        const upright = code
          .replace(measured[0], `"width":${width},"height":${height},`)
          .replace(/origWidth=\d+&origHeight=\d+/, `origWidth=${width}&origHeight=${height}`);
        return { code: upright, map: null };
      },
    },
  };
}

/** What Astro says of a picture that it has measured, if that is no JPEG. */
const MEASURED = /"width":(\d+),"height":\d+,(?="format":"(?:png|webp|avif)")/;
