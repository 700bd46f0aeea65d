/** An address with its signs written as %20 read; as it stands where a % is no such sign. */
export function decodeUrl(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
