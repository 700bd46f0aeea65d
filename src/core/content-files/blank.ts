/** How a text begins that the setup of a blog has left to be written. */
export const BLANK = 'TO FILL IN:';
