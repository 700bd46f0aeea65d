/**
 * Where a click on the name of a calendar program subscribes to a calendar. `webcal:` opens the one
 * that is installed (Apple's, Outlook, Thunderbird).
 *
 * @param calendar whole address
 */
export function oneClickCalendars(calendar: string): { name: string; address: string }[] {
  const webcal = calendar.replace(/^https?:/, 'webcal:');
  const encoded = encodeURIComponent(webcal);
  return [
    { name: 'Apple, Thunderbird', address: webcal },
    { name: 'Google', address: `https://calendar.google.com/calendar/r?cid=${encoded}` },
    {
      name: 'Outlook',
      address: `https://outlook.live.com/calendar/0/addfromweb?url=${encodeURIComponent(calendar)}`,
    },
  ];
}

/**
 * Where a click on a reader's name subscribes to a feed.
 *
 * @param feed whole address
 */
export function oneClickReaders(feed: string): { name: string; address: string }[] {
  const encoded = encodeURIComponent(feed);
  return [
    { name: 'Feedly', address: `https://feedly.com/i/subscription/feed/${encoded}` },
    { name: 'Inoreader', address: `https://www.inoreader.com/?add_feed=${encoded}` },
    { name: 'NewsBlur', address: `https://www.newsblur.com/?url=${encoded}` },
    { name: 'The Old Reader', address: `https://theoldreader.com/feeds/subscribe?url=${encoded}` },
  ];
}
