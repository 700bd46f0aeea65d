/** What browsers say of the reader's line (Network Information API), where they do. */
export const networkInformation: { saveData?: boolean; effectiveType?: string } =
  (navigator as { connection?: object }).connection ?? {};
