/**
 * A rule that content must keep. What it says has blanks, `‹tag›`, that are filled with what stands
 * in the file.
 */
export interface Rule {
  /** An error stops the build; a warning advises. */
  severity: 'error' | 'warning';
  /** One sentence on what is wrong. */
  message: string;
  /** One sentence on what to do. */
  hint: string;
  /** `npm run check -- --fix` may put the corrected line in place: it can't change what is meant. */
  safe?: true;
}

/**
 * Every rule by its permanent name, in the order in which one meets them: files, letters, fields,
 * vocabulary, prose, components, headings, pictures, links, responses, and what is published.
 */
export const RULES = {
  // Files
  'missing-file': {
    severity: 'error',
    message: 'This file is missing.',
    hint: 'Put it back, or copy it from the main branch.',
  },
  'missing-folder': {
    severity: 'error',
    message: 'This folder is missing or empty.',
    hint: 'Put it back, or copy it from the main branch. Its name is in small letters.',
  },
  'empty-file': {
    severity: 'error',
    message: 'This file is empty.',
    hint: 'Add its fields, or copy the file from the main branch. Write an empty list as {}.',
  },
  'unreadable-file': {
    severity: 'error',
    message: 'Your computer does not allow this file to be read.',
    hint: 'Give yourself permission to read it, or copy it from the main branch again.',
  },
  'folder-as-file': {
    severity: 'error',
    message: 'This is a folder, but a file belongs here.',
    hint: 'Rename the folder, and put the file in its place.',
  },
  'file-as-folder': {
    severity: 'error',
    message: 'This is a file, but a folder belongs here.',
    hint: 'Rename the file, and put the folder in its place.',
  },
  'not-a-file': {
    severity: 'error',
    message: 'This is neither a file nor a folder.',
    hint: 'Delete it, and put the file itself here.',
  },
  'merge-conflict': {
    severity: 'error',
    message: 'Two people changed the same lines, and Git marked the conflict here.',
    hint: 'Between <<<<<<< and >>>>>>>, keep what is right. Then delete the lines that begin with <<<<<<<, |||||||, ======= and >>>>>>>.',
  },
  'post-without-text': {
    severity: 'error',
    message: 'This folder has no index.mdx, so it is not a post.',
    hint: 'Write the post in a file named index.mdx, in small letters, in this folder.',
  },
  'misplaced-file': {
    severity: 'error',
    message: 'The site does not use files in this place.',
    hint: 'A post is posts/2013-08-reflection/index.mdx, a page is pages/about.mdx, a person is people/name.yaml.',
  },
  'symbolic-link': {
    severity: 'error',
    message: 'This is a link to another place, not a file.',
    hint: 'Put the file itself here.',
  },
  'file-name': {
    severity: 'error',
    message: 'Some computers cannot have a file named "‹name›".',
    hint: 'Rename it with letters, digits and hyphens, like reading-room.jpg.',
  },
  'file-name-encoding': {
    severity: 'error',
    message:
      "The file's name is not in UTF-8, so other computers may read it differently or not at all.",
    hint: 'Rename it with letters, digits and hyphens, like reading-room.jpg.',
  },
  'file-name-twice': {
    severity: 'error',
    message: 'On some computers, "‹name›" and "‹other›" are the same file.',
    hint: 'Rename one of them, so that the names differ in more than capital letters and accents.',
  },
  'file-too-large': {
    severity: 'error',
    message: 'The text is ‹size› long; a post may have ‹most› at most.',
    hint: 'Divide it into several posts, and save pictures as separate files.',
  },
  id: {
    severity: 'error',
    message: '"‹id›" cannot be part of a web address. ‹reason›',
    hint: 'Give it another name, like 2013-08-reflection for a post.',
  },
  'id-reserved': {
    severity: 'error',
    message: '"‹id›" is the name of one of the site\'s own pages.',
    hint: 'Give it another name, like 2013-08-reflection for a post.',
  },
  'id-twice': {
    severity: 'error',
    message: '"‹id›" is already the id of ‹other›.',
    hint: 'An id is never used twice. Remove it from formerly, or change one of the two.',
  },
  'id-taken': {
    severity: 'error',
    message: 'There is already a post "‹id›".',
    hint: 'Choose another address for a new post. To change that post, give the day of the change.',
  },
  'short-address-twice': {
    severity: 'error',
    message: 'The post would have the same short address as "‹other›".',
    hint: 'Change at least one letter in the folder name of the newer post.',
  },
  'guid-twice': {
    severity: 'error',
    message:
      'guid: ‹other› has the same feed id, so feed readers would show only one of the two posts.',
    hint: 'If you copied the fields from that post, delete this line: only imported posts need it.',
  },
  'doi-twice': {
    severity: 'error',
    message: 'doi: ‹other› has the same DOI.',
    hint: 'A DOI names one post, and a translation needs its own. Delete this line from the post for which it was not registered.',
  },

  // Letters
  encoding: {
    severity: 'error',
    message: 'The file is saved as ‹encoding›, which loses accented letters.',
    hint: 'Save it again, and choose UTF-8 as its encoding.',
    safe: true,
  },
  'byte-order-mark': {
    severity: 'warning',
    message: 'The file begins with a hidden character (a byte order mark).',
    hint: 'Save it again as "UTF-8", not as "UTF-8 with BOM".',
    safe: true,
  },
  'line-ends': {
    severity: 'warning',
    message: 'The lines end as on Windows (CRLF), so every line counts as changed.',
    hint: 'Save the file with line endings "LF" or "Unix".',
    safe: true,
  },
  'hidden-direction': {
    severity: 'error',
    message: 'A hidden character (‹character›) reverses the direction of the text after it.',
    hint: 'Delete it. For Arabic or Hebrew in another text, use <InLanguage lang="ar">.',
  },
  'hidden-character': {
    severity: 'error',
    message: 'There is a hidden character (‹character›) here.',
    hint: 'Delete the word, and type it again.',
    safe: true,
  },
  'lost-letter': {
    severity: 'warning',
    message: 'A letter was lost here, and � is in its place.',
    hint: 'Type the word again.',
  },
  'garbled-letters': {
    severity: 'warning',
    message:
      'Letters with accents or marks were saved in the wrong encoding here, and each became several characters.',
    hint: 'Type the words again, or copy them again from the original.',
  },
  'private-character': {
    severity: 'warning',
    message:
      "A character from a word processor's own font (‹character›) is here; readers see an empty box.",
    hint: 'Delete it, or type an ordinary character in its place.',
  },
  'parted-word': {
    severity: 'warning',
    message: 'An invisible character splits a word here, so searches do not find it.',
    hint: 'Delete the word, and type it again.',
    safe: true,
  },

  // Fields
  'no-front-matter': {
    severity: 'error',
    message: 'The file does not begin with a block of fields between two lines of ---.',
    hint: 'Begin the file with ---, then title: and the other fields, then --- again.',
  },
  'front-matter-twice': {
    severity: 'error',
    message: 'There is a second block of fields here, which readers would see as text.',
    hint: 'Delete it, with its lines of ---. The fields appear once, at the top.',
  },
  'front-matter-split': {
    severity: 'error',
    message: 'The block of fields ends above this line, but more fields follow.',
    hint: 'Delete the line of --- above it, so that all fields are in one block.',
  },
  'front-matter-open': {
    severity: 'error',
    message: 'The block of fields at the top does not end.',
    hint: 'Add a line of --- below the last field, above the text.',
  },
  'yaml-too-large': {
    severity: 'error',
    message: 'The file is ‹size› characters long; it may have ‹most› at most.',
    hint: 'Remove what does not belong in it, such as whole texts or pictures.',
  },
  'yaml-tab': {
    severity: 'error',
    message: 'The line begins with a tab.',
    hint: 'Use spaces instead, two for each step.',
    safe: true,
  },
  'yaml-hidden-space': {
    severity: 'error',
    message: "There is an unusual space (‹character›) next to the field's name or after its value.",
    hint: 'Delete it. Put an ordinary space after the colon, and none at the end.',
    safe: true,
  },
  'yaml-wide-colon': {
    severity: 'error',
    message: 'This colon is a wide one (：), which does not count as a colon.',
    hint: 'Type an ordinary colon and a space.',
    safe: true,
  },
  'yaml-no-space': {
    severity: 'error',
    message: 'There is no space after the colon.',
    hint: 'Put a space between the colon and the value.',
    safe: true,
  },
  'yaml-smart-quotes': {
    severity: 'warning',
    message: 'The value is in curly quotation marks, which become part of it.',
    hint: 'Use straight ones ("), or none.',
    safe: true,
  },
  'yaml-list-space': {
    severity: 'error',
    message: 'There is no space after the hyphen.',
    hint: 'Put a space between the hyphen and the word, or write the list as [one, two].',
    safe: true,
  },
  'yaml-list-marker': {
    severity: 'error',
    message: 'A list entry cannot begin with ‹character› here.',
    hint: 'Begin each entry with a hyphen and a space, on its own line.',
    safe: true,
  },
  'yaml-hash': {
    severity: 'error',
    message: 'Text after # is treated as a note and would be missing from the page.',
    hint: 'Put the value in quotation marks; write notes on their own lines.',
  },
  'yaml-twice': {
    severity: 'error',
    message: '‹name› is already in the file.',
    hint: 'Delete one of the two lines.',
  },
  'yaml-colon': {
    severity: 'error',
    message: 'This line has a second colon.',
    hint: 'Put the value in quotation marks: title: "Libraries: a new start"',
  },
  'yaml-unclosed': {
    severity: 'error',
    message: 'A bracket or quotation mark is not closed.',
    hint: 'Close it, or delete it.',
  },
  'yaml-quotes': {
    severity: 'error',
    message: 'The quotation marks are not a single pair around the whole value.',
    hint: 'Put one pair around all of it, of the other kind (" or \') than those inside.',
  },
  'yaml-backslash': {
    severity: 'error',
    message: 'A backslash (\\) has a special meaning in double quotation marks.',
    hint: "Put the value in single quotation marks ('), or delete the backslash.",
  },
  'yaml-value-and-lines': {
    severity: 'error',
    message: 'The field has a value after its colon, and more lines below it.',
    hint: 'Give the value a line of its own, indented like the others: image: ./cover.jpg',
  },
  'yaml-indent': {
    severity: 'error',
    message: 'The line is indented too far, or not far enough.',
    hint: 'Lines that belong together begin in the same column.',
  },
  'yaml-nested': {
    severity: 'error',
    message: 'There are too many brackets inside brackets here.',
    hint: 'Write a list as [one, two], without brackets inside.',
  },
  'yaml-null': {
    severity: 'error',
    message: '‹field›: Without quotation marks, the word ‹word› means "no value".',
    hint: 'Put the word in quotation marks.',
  },
  'yaml-comma': {
    severity: 'error',
    message: '‹key› has no value: in braces, a comma begins a new field.',
    hint: 'Put a value that contains a comma in quotation marks.',
  },
  'yaml-alias': {
    severity: 'error',
    message: 'The value begins with ‹character›, which has a special meaning here.',
    hint: 'Put the value in quotation marks.',
  },
  'yaml-no-colon': {
    severity: 'error',
    message: 'The line does not begin with a field name and a colon.',
    hint: 'Write it as name: value. If it belongs to the line above, indent it by two spaces.',
  },
  yaml: {
    severity: 'error',
    message: 'This line cannot be read.',
    hint: 'Compare it with another post: a name, a colon, a space, and then the value. Put a value that contains a colon in quotation marks.',
  },
  'language-name': {
    severity: 'error',
    message: '"‹tag›" is not the code of a language.',
    hint: 'Name the file after the code, like ms.yaml, pt-PT.yaml or zh-Hant.yaml.',
  },
  untranslated: {
    severity: 'warning',
    message: 'Texts that are not translated yet: ‹count› (‹names›).',
    hint: 'Readers see them in ‹language›. Add them when you can; docs/languages.md says how.',
  },
  'unknown-key': {
    severity: 'error',
    message: '"‹key›" is not a field here.',
    hint: 'Choose one of ‹known›.',
  },
  'missing-field': {
    severity: 'error',
    message: '‹field› is missing.',
    hint: '‹says› Add a line "‹name›: …" to the fields.',
  },
  field: {
    severity: 'error',
    message: '‹field›: ‹message›',
    hint: '‹says›',
  },

  // Vocabulary
  'unknown-tag': {
    severity: 'error',
    message: 'tags: "‹tag›" is not one of our tags.',
    hint: 'Choose from content/tags.yaml, or add it there with a label and a description.',
  },
  'tag-synonym': {
    severity: 'warning',
    message: 'tags: "‹tag›" is another word for our tag "‹id›".',
    hint: 'Use our tag.',
    safe: true,
  },
  'word-twice': {
    severity: 'warning',
    message: '"‹word›" is already a word for the tag "‹other›", and leads writers there.',
    hint: 'Remove it from one of the two tags.',
  },
  'tag-twice': {
    severity: 'error',
    message: 'tags: "‹tag›" is in the list twice.',
    hint: 'Delete one of them.',
  },
  'unknown-kind': {
    severity: 'error',
    message: 'kind: "‹kind›" is not one of this program\'s kinds of posts.',
    hint: 'Choose ‹known›.',
  },
  'kind-unnamed': {
    severity: 'error',
    message: 'The kind "‹kind›" has no labels in the language of the site, ‹language›.',
    hint: 'Add a line ‹language›: { one: …, many: … } to its labels.',
  },
  'kind-at-page': {
    severity: 'error',
    message:
      'The list of the kind "‹kind›" would stand at /‹path›/, where the page "‹page›" is or was.',
    hint: 'Choose another path for the kind.',
  },
  'month-missing': {
    severity: 'error',
    message: 'A post of the kind "‹kind›" needs the month it belongs to.',
    hint: 'Add a line, like month: 2013-08.',
  },
  'month-needless': {
    severity: 'error',
    message: 'A post of the kind "‹kind›" belongs to no month.',
    hint: 'Delete the line, or correct the kind.',
  },
  'unknown-round': {
    severity: 'error',
    message: 'round: "‹round›" is not one of our rounds.',
    hint: 'Choose from content/rounds.yaml.',
  },
  'round-needless': {
    severity: 'error',
    message: 'round: The program has no rounds, and the post names one, "‹round›".',
    hint: 'Delete the line, or describe the round in content/rounds.yaml.',
  },
  'unknown-person': {
    severity: 'error',
    message: '‹field›: "‹person›" is not one of our people.',
    hint: 'Choose from content/people/, or add a file there.',
  },
  'unknown-post': {
    severity: 'error',
    message: '‹field›: "‹post›" is not one of our posts.',
    hint: 'Write the folder name of a post.',
  },
  'unknown-page': {
    severity: 'error',
    message: '‹field›: "‹page›" is not one of our pages.',
    hint: 'Write the name of a file in content/pages/, without .mdx.',
  },
  'former-id': {
    severity: 'error',
    message: '‹field›: "‹former›" is now called "‹id›".',
    hint: 'Use the new name.',
    safe: true,
  },
  'original-changed': {
    severity: 'warning',
    message: '‹field›: The original was changed on ‹day›, after this translation.',
    hint: 'Compare it with "‹id›", then write the day of your own change in `updated`. Until then, readers are told, with a link to the original.',
  },
  'leads-to-itself': {
    severity: 'error',
    message: '‹field›: The post names itself.',
    hint: 'Write the folder name of another post, or delete the line.',
  },
  'leads-in-a-circle': {
    severity: 'error',
    message: '‹field›: ‹post› leads back to this post.',
    hint: 'A post can only follow an earlier one. Delete one of these lines.',
  },
  'no-questions': {
    severity: 'error',
    message: 'The discussion has no list of questions.',
    hint: 'Add a heading "## ‹heading›", and below it a list with one question on each line.',
  },
  'questions-not-listed': {
    severity: 'error',
    message: 'There is no list below the heading for questions.',
    hint: 'Begin each question with a hyphen and a space, on its own line: - What did you learn?',
  },
  'second-question-list': {
    severity: 'error',
    message: 'This is the second heading for questions in the post.',
    hint: 'Put all questions in one list below one heading.',
  },
  'question-empty': {
    severity: 'error',
    message: 'Question ‹number› is empty.',
    hint: 'Write the question, or delete its line.',
  },
  'question-twice': {
    severity: 'warning',
    message: 'Question ‹number› repeats question ‹other›.',
    hint: 'Delete one of the two.',
  },
  'questions-go-on': {
    severity: 'warning',
    message:
      'There is a second list below the questions, and readers cannot answer its entries as questions.',
    hint: 'Put all questions in one list: begin each with the same character, with no paragraph in between. If it is another list, put a heading above it.',
  },
  'no-text': {
    severity: 'error',
    message: 'The post has no text.',
    hint: 'Write it below the fields, or add draft: true until it is written.',
  },
  'draft-words': {
    severity: 'warning',
    message: 'This text is still the one that a new draft begins with: "‹words›"',
    hint: 'Replace it with your own words, or add draft: true until they are written.',
  },
  'month-and-round': {
    severity: 'warning',
    message: 'The month is ‹month›, and the round "‹round›" ‹when›.',
    hint: 'Correct the month or the round.',
  },
  'date-past': {
    severity: 'warning',
    message: 'The post is new, but its date, ‹date›, has passed.',
    hint: 'Choose today or a later day, so that readers find the post among the newest.',
  },
  'month-and-date': {
    severity: 'warning',
    message: 'The discussion is for ‹month›, but its date is ‹date›.',
    hint: 'Correct the month or the date.',
  },
  'round-over': {
    severity: 'warning',
    message: 'The date is ‹date›, but the round "‹round›" ended on ‹ends›.',
    hint: 'Correct the round or the date. A post that looks back at the round may stay as it is.',
  },
  'title-long': {
    severity: 'warning',
    message:
      'The title is ‹length› characters long, so lists, feeds and search engines cut it off.',
    hint: 'Use ‹most› characters at most. The summary can say the rest.',
  },
  'mail-in-text': {
    severity: 'warning',
    message:
      'There is an email address here (‹address›). Everybody can read it, including spammers.',
    hint: 'Delete it, unless its owner wants it to be public.',
  },
  'phone-in-text': {
    severity: 'warning',
    message: 'There is a telephone number here (‹number›). Everybody can read it.',
    hint: 'Delete it, unless its owner wants it to be public.',
  },
  'plain-field': {
    severity: 'warning',
    message:
      '‹field›: Readers see the characters "‹marks›" as they are, because this field is plain text.',
    hint: 'Delete them. Markdown belongs in the text below the fields.',
  },
  'title-twice': {
    severity: 'warning',
    message: 'The title is the same as that of ‹other›, in the same round.',
    hint: 'If you copied the fields from that post, write a new title for this one.',
  },
  'summary-twice': {
    severity: 'warning',
    message: 'The summary is the same as that of ‹other›, word for word.',
    hint: 'If you copied the fields from that post, write a new summary for this one.',
  },
  'month-and-folder': {
    severity: 'warning',
    message: "The month is ‹month›, but the folder's name begins with ‹folder›.",
    hint: 'Correct the month, or rename the folder if the post is not published yet.',
  },
  'date-and-folder': {
    severity: 'warning',
    message: "The date is ‹date›, but the folder's name begins with ‹folder›.",
    hint: 'Correct the date, or rename the folder if the post is not published yet.',
  },
  'date-zone': {
    severity: 'warning',
    message: "date: ‹date› is not in the program's time zone, which is ‹offset› on that day.",
    hint: 'Write the local time in ‹zone›.',
  },

  // Prose
  braces: {
    severity: 'error',
    message: 'Text between { and } is read as program code, which a post cannot contain.',
    hint: 'Delete the braces, or write \\{ and \\} to show them.',
  },
  'less-than': {
    severity: 'error',
    message: 'The character < is read as the beginning of a component.',
    hint: 'Write \\< to show it.',
  },
  'angle-address': {
    severity: 'error',
    message: 'An address between < and > is read as the beginning of a component.',
    hint: 'Write it as a link, [words](address), or without < and >.',
  },
  comment: {
    severity: 'error',
    message: 'A hidden note, <!-- … -->, is HTML code, which a post cannot contain.',
    hint: 'Delete it. Write notes to each other in the pull request.',
  },
  import: {
    severity: 'error',
    message: 'A paragraph that begins with the word "‹word›" is read as program code.',
    hint: "Begin the sentence with another word. You don't need to import components.",
  },
  html: {
    severity: 'error',
    message: '<‹name›> is HTML code, which a post cannot contain.',
    hint: '‹instead› To show the character <, write \\<.',
  },
  'code-language': {
    severity: 'error',
    message: '"‹language›" is not the name of a programming or markup language.',
    hint: 'After the three backticks, write a name like html or python, or nothing.',
  },
  'nested-too-deep': {
    severity: 'error',
    message: 'Lists or quotations are nested more than ‹most› levels deep here.',
    hint: 'Remove some of the quotation markers (>) or list levels.',
  },
  'line-too-long': {
    severity: 'error',
    message: 'The line is longer than ‹most› characters.',
    hint: 'Leave an empty line between paragraphs.',
  },
  'too-many-characters': {
    severity: 'error',
    message: 'The text has more than ‹most› of the characters ‹characters›.',
    hint: 'Do not put program code, or tables from other programs, in a post.',
  },
  'too-many-marks': {
    severity: 'error',
    message:
      'There are more than ‹most› of the characters *, _, ~, [ and ] without an empty line between them.',
    hint: 'Leave an empty line between paragraphs. Do not put text generated by other programs in a post.',
  },
  'too-many-parts': {
    severity: 'error',
    message: 'The text has more than ‹most› ‹parts›.',
    hint: 'Divide it into several posts, or put some of it in a file elsewhere and link to it.',
  },
  'addresses-too-long': {
    severity: 'error',
    message:
      'The addresses listed for links at the end of the text are longer than ‹most› characters together.',
    hint: 'Use shorter addresses, or fewer links to the long ones.',
  },
  'not-allowed': {
    severity: 'error',
    message: 'A post cannot contain this (‹kind›).',
    hint: 'Write it as plain Markdown.',
  },
  'code-open': {
    severity: 'warning',
    message: 'The code that begins here never ends, so everything below it is shown as code.',
    hint: 'Write ‹mark› on its own line where the code ends, or delete it here.',
  },
  'heading-underlined': {
    severity: 'warning',
    message: 'The hyphens directly below this text turn it into a heading.',
    hint: 'For a line across the page, leave an empty line above the hyphens. For a heading, write ## and a space before the words.',
  },
  'table-of-tabs': {
    severity: 'warning',
    message:
      'These lines are table cells separated by tabs, and readers see them as one paragraph.',
    hint: 'Write a | before, between and after the cells of each line, and ‹head› below the first line.',
  },
  'list-marker': {
    severity: 'warning',
    message: '‹character› does not begin a list here, so readers see these lines as one paragraph.',
    hint: 'Begin each line of the list with a hyphen and a space, or with a number, a period and a space.',
  },
  'list-in-list': {
    severity: 'warning',
    message: 'Two list markers begin this line, which makes a list inside the list.',
    hint: 'Delete one of them.',
  },
  'other-instruction': {
    severity: 'warning',
    message: '‹instruction› is an instruction for another program, and readers see it as it is.',
    hint: 'Delete it. Write what it was meant to do as plain Markdown, or use a component.',
  },
  'emoji-name': {
    severity: 'warning',
    message: '‹name› is the name of an emoji in chat programs, and readers see the name.',
    hint: 'Put the emoji itself in its place.',
  },
  'table-without-head': {
    severity: 'warning',
    message: 'Readers do not see a table here: the line below the header row is missing.',
    hint: 'Add ‹head› as the second line.',
  },
  'table-in-pieces': {
    severity: 'warning',
    message: 'Readers do not see a table here: there are empty lines between its rows.',
    hint: 'Delete the empty lines.',
  },
  'table-cells': {
    severity: 'warning',
    message:
      'This row has ‹count› cells, but the header row has ‹most›; readers do not see the rest.',
    hint: 'Add cells to the header row, or remove some here. To show a | inside a cell, write \\|.',
  },
  'hidden-empty-line': {
    severity: 'warning',
    message:
      'This line looks empty, but a hidden space (‹character›) in it joins the paragraphs above and below.',
    hint: 'Delete the line, and leave an empty one.',
    safe: true,
  },
  'bullet-marker': {
    severity: 'warning',
    message: '‹character› does not begin a list here, so readers see these lines as one paragraph.',
    hint: 'Begin each line of a list with a hyphen and a space.',
    safe: true,
  },
  'bold-open': {
    severity: 'warning',
    message: 'Two asterisks (**) have no matching pair, so readers see them.',
    hint: 'Put them directly before the first bold word and directly after the last: **these words**.',
  },
  'strike-one': {
    severity: 'warning',
    message: 'There is one tilde (~) on each side of these words, so readers see the tildes.',
    hint: 'To strike words through, write two: ~~these words~~.',
  },
  'underscore-in-word': {
    severity: 'warning',
    message: 'An underscore (_) next to a letter is part of the word, so readers see it.',
    hint: 'For italic or bold words without spaces around them, use asterisks: *these words*.',
  },
  'wide-marks': {
    severity: 'warning',
    message: 'These are full-width marks (＊, ｀, ［ ］, （ ）), which Markdown does not read.',
    hint: 'Type the ordinary ones: ** for bold, ` for code, [the words](https://example.org) for a link.',
  },
  'bold-space': {
    severity: 'warning',
    message:
      'There is a space between the two asterisks (**) and the bold words, so readers see the asterisks.',
    hint: 'Put the asterisks directly next to the words: **these words**.',
  },
  'mdx-syntax': {
    severity: 'error',
    message: 'Something here begins like a component or program code but does not end like one.',
    hint: 'To show a character like < or {, write \\< or \\{. Close a component with /> or with its name, </Note>.',
  },

  // Components
  'unknown-component': {
    severity: 'error',
    message: '<‹name›> is not one of our components.',
    hint: 'Choose one of ‹known›, or write Markdown. To show the character <, write \\<.',
  },
  'component-open': {
    severity: 'error',
    message: '<‹name›> is not closed, or is closed in the wrong place.',
    hint: '‹how›: ‹example›',
  },
  'component-end-alone': {
    severity: 'error',
    message: '</‹name›> closes something that was not opened.',
    hint: 'Write <‹name›> before it, or delete it.',
  },
  'component-unreadable': {
    severity: 'error',
    message: '<‹name› …> cannot be read: something in it is not written as name="value".',
    hint: 'Put straight quotation marks on both sides of each value, and close it: ‹example›',
  },
  'component-incomplete': {
    severity: 'error',
    message: '<‹name›> has no ‹attribute›.',
    hint: 'Add ‹attribute›="…": ‹says›',
  },
  'component-holds-nothing': {
    severity: 'error',
    message: '<‹name›> cannot contain text.',
    hint: 'Close it right away: ‹example›',
  },
  'unknown-attribute': {
    severity: 'error',
    message: '<‹name›> cannot have ‹attribute›.',
    hint: 'It may have ‹known›.',
  },
  'attribute-code': {
    severity: 'error',
    message: '<‹name›> has program code in it.',
    hint: 'It may have ‹known›, each with text in quotation marks.',
  },
  'attribute-twice': {
    severity: 'error',
    message: '<‹name›> has ‹attribute› twice.',
    hint: 'Delete one of them.',
  },
  'attribute-not-text': {
    severity: 'error',
    message: '‹attribute› in <‹name›> must be text in quotation marks.',
    hint: 'Write ‹attribute›="…".',
  },
  'attribute-empty': {
    severity: 'error',
    message: '‹attribute› in <‹name›> is empty.',
    hint: '‹says›',
  },
  'attribute-too-long': {
    severity: 'error',
    message: '‹attribute› in <‹name›> is longer than ‹most› characters.',
    hint: 'Put these words in the text of the post.',
  },
  'unknown-licence': {
    severity: 'error',
    message: '"‹licence›" is not a licence we know.',
    hint: 'Choose one of ‹known›.',
  },
  'unknown-language': {
    severity: 'error',
    message: '"‹language›" is not a language code.',
    hint: 'Write one like en, es, ar or zh-Hans.',
  },

  // Headings
  'heading-top': {
    severity: 'error',
    message: "A heading with one # is at the same level as the page's title.",
    hint: 'Begin headings with ##.',
  },
  'heading-no-space': {
    severity: 'warning',
    message: 'There is no ordinary space after #, so this is not a heading.',
    hint: 'Write ##, a space, and then the words.',
    safe: true,
  },
  'heading-skips': {
    severity: 'warning',
    message: 'The heading skips a level: ‹from› is followed by ‹to›.',
    hint: 'Go down one level at a time, for people who listen to the page.',
  },
  'heading-repeats-title': {
    severity: 'warning',
    message: 'The heading repeats the title of the page.',
    hint: 'Delete it; the title is already above the text.',
  },
  'heading-empty': {
    severity: 'error',
    message: 'The heading is empty.',
    hint: 'Write its words after the #, or delete the line.',
  },

  // Pictures
  'no-alt': {
    severity: 'error',
    message: 'The picture "‹name›" has no description for people who cannot see it.',
    hint: 'Describe it between the square brackets: ![Readers at long tables](./room.jpg)',
  },
  'alt-file-name': {
    severity: 'warning',
    message: 'The picture\'s description is a file name: "‹alt›".',
    hint: 'Write what the picture shows.',
  },
  'alt-vague': {
    severity: 'warning',
    message: 'The description "‹alt›" does not say what the picture shows.',
    hint: 'Write what somebody looking at it sees: "Readers at long tables".',
  },
  film: {
    severity: 'error',
    message: '"‹name›" is a video or a sound recording, which the site cannot publish.',
    hint: 'Upload it to a video or audio site, and link to it with <Embed url="https://…" title="…" />.',
  },
  'missing-picture': {
    severity: 'error',
    message: 'The picture "‹name›" is not in the folder.',
    hint: 'Put the picture in the same folder as the text. Capital and small letters must match.',
  },
  'picture-case': {
    severity: 'error',
    message:
      'The picture is called "‹actual›", not "‹name›": capital and small letters must match.',
    hint: 'Write the name exactly as the file has it.',
    safe: true,
  },
  'picture-elsewhere': {
    severity: 'error',
    message: 'The picture "‹address›" is not in the post\'s folder.',
    hint: 'Put the picture next to index.mdx, and write its name: ./picture.jpg',
  },
  'picture-name': {
    severity: 'error',
    message: 'The name "‹name›" has characters that a web address cannot contain.',
    hint: 'Rename the file with letters, digits and hyphens, like reading-room.jpg, and write that name here.',
  },
  'picture-in-text': {
    severity: 'error',
    message: 'A picture is pasted into the text here, as thousands of letters and digits.',
    hint: 'Delete the line. Save the picture as a file next to index.mdx, and write ![what it shows](./picture.jpg) in its place.',
  },
  'picture-type': {
    severity: 'error',
    message: '"‹name›" is not a picture that every browser can show (‹type›).',
    hint: 'Save it as JPEG, PNG, WebP, AVIF or GIF.',
  },
  'picture-heic': {
    severity: 'error',
    message: '"‹name›" is a HEIC picture, which only some phones can show.',
    hint: 'Email it to yourself as JPEG, or set the camera to "Most compatible" (iPhone: Settings, Camera, Formats).',
  },
  'picture-svg': {
    severity: 'error',
    message: '"‹name›" is an SVG drawing, which can contain program code.',
    hint: 'Export it as PNG, about 1600 pixels wide.',
  },
  'picture-ending': {
    severity: 'error',
    message: '"‹name›" is a picture, but its file name does not end like one.',
    hint: 'End the file name with ‹ending›.',
  },
  'picture-damaged': {
    severity: 'error',
    message: '"‹name›" is damaged or incomplete: part of the picture is missing or cannot be read.',
    hint: 'Save it again from the original, or upload it again.',
  },
  'picture-size': {
    severity: 'error',
    message: '"‹name›" has ‹megapixels› million pixels.',
    hint: 'Make it smaller: ‹most› million is the most, and 1600 pixels across is enough.',
  },
  'picture-heavy': {
    severity: 'error',
    message: '"‹name›" is ‹megabytes› MB, which everybody who copies the blog has to download.',
    hint: 'Save it smaller: 1600 pixels across at quality 80 is less than 1 MB. ‹most› MB is the most.',
  },
  'picture-film': {
    severity: 'error',
    message:
      '"‹name›" is an animation of ‹frames› pictures, with ‹megapixels› million pixels in all.',
    hint: 'Make it smaller or shorter: ‹most› million is the most. Or upload it to a video site, and link to it with <Embed url="https://…" title="…" />.',
  },
  'picture-stilled': {
    severity: 'warning',
    message: '"‹name›" is an animation, but readers see only its first picture here.',
    hint: 'If that picture says enough, leave it. Only a GIF in the text of a page moves.',
  },
  'picture-tall': {
    severity: 'warning',
    message:
      '"‹name›" is ‹times› times as tall as it is wide. Readers on phones scroll past about ‹screens› screens of it.',
    hint: 'Cut off what nobody needs, or make several pictures of it, each with its own description.',
  },
  'picture-place': {
    severity: 'warning',
    message: '"‹name›" says where it was taken, and everybody can read that in the repository.',
    hint: "Add it with the picture field at /write/, which removes the location, or export it again without its location. Do so before this is merged: afterwards, the old file stays in the repository's history. The site itself never shows the location.",
  },
  'stray-file': {
    severity: 'warning',
    message: 'The site does not use "‹name›": it is not a picture.',
    hint: 'Remove it. Put the words of a document in index.mdx.',
  },
  'unused-file': {
    severity: 'warning',
    message: 'Nothing in the text shows this file.',
    hint: 'Show it with ![what it shows](./‹name›), or remove the file.',
  },
  'no-credit': {
    severity: 'warning',
    message: 'The picture "‹name›" does not say who made it.',
    hint: 'Add its credit and licence. If it is ours, you may leave it as it is.',
  },
  'no-credit-below': {
    severity: 'warning',
    message: 'The picture "‹name›" does not say who made it.',
    hint: 'Say so in its caption, such as "Photo: Ana Pereira, CC BY 4.0", or show it as <Figure> with credit and licence. If it is ours, you may leave it as it is.',
  },
  'credit-and-licence': {
    severity: 'error',
    message: 'A credit needs a licence, and a licence needs a credit.',
    hint: 'Write both, or leave both out if the picture is ours.',
  },

  // Links
  'address-scheme': {
    severity: 'error',
    message: 'This ‹what› leads to "‹scheme›", which is not allowed.',
    hint: 'Begin the address with https://, http:// or mailto:, or with / for a page of this site.',
  },
  'address-password': {
    severity: 'error',
    message: 'This ‹what› has a user name or password before the @ in its address.',
    hint: 'Write the address without it.',
  },
  'broken-link': {
    severity: 'error',
    message: 'There is no page "‹address›" on this site.',
    hint: 'Open the page you mean, and copy the part of its address that follows ‹site›, like /posts/2013-08-reflection/.',
  },
  'broken-anchor': {
    severity: 'error',
    message: 'There is no place "#‹anchor›" on ‹page›.',
    hint: 'A link can lead to ‹places›.',
  },
  'link-relative': {
    severity: 'error',
    message: 'The address "‹address›" has no beginning.',
    hint: 'Begin it with https://, or with / for a page of this site.',
  },
  'link-to-unpublished': {
    severity: 'warning',
    message: '"‹address›" ‹state›, so it will not be there when this post is published.',
    hint: 'Publish it first, or leave the link out until then.',
  },
  'link-former': {
    severity: 'warning',
    message: '"‹address›" is an old address; it is now ‹now›.',
    hint: 'Use the new address.',
    safe: true,
  },
  'link-own-address': {
    severity: 'warning',
    message: "The link begins with our own site's address.",
    hint: 'Leave that out, so that the link begins with /.',
    safe: true,
  },
  'link-no-slash': {
    severity: 'warning',
    message: 'The address "‹address›" does not end with /, so every reader is redirected.',
    hint: 'Add the / at the end.',
    safe: true,
  },
  'link-own-machine': {
    severity: 'warning',
    message: 'The link leads to "‹host›", a computer that readers cannot reach.',
    hint: 'Write the address that everybody can open.',
  },
  'link-to-file': {
    severity: 'error',
    message:
      'The link leads to the file "‹name›", which the site does not publish: it publishes only pictures.',
    hint: 'Put the file where everybody can download it, and link to that address.',
  },
  'link-host': {
    severity: 'warning',
    message: 'The address "‹address›" names a website that cannot exist.',
    hint: 'Open the page you mean in a browser, and copy its address from there.',
  },
  'link-mail': {
    severity: 'warning',
    message: '"‹address›" is not a valid email address.',
    hint: 'Write it as mailto:name@example.org.',
  },
  'link-detour': {
    severity: 'warning',
    message: 'The link goes through ‹host›, which records who follows it and may stop working.',
    hint: 'Link directly to the page where it ends up.',
    safe: true,
  },
  'link-says-other': {
    severity: 'warning',
    message: 'The words of the link say ‹said›, but it leads to ‹host›.',
    hint: 'Write words that say where it leads.',
  },
  'link-to-picture': {
    severity: 'error',
    message: 'This is a link to the picture "‹name›" and does not show it.',
    hint: 'Write an exclamation mark before it: ![what it shows](./‹name›)',
  },
  'link-unread': {
    severity: 'warning',
    message: 'This looks like a link or a picture, but readers see it as typed.',
    hint: 'Write [the words](https://example.org) or ![what it shows](./picture.jpg), with all brackets closed. Put a name with spaces between < and >: (<./my picture.jpg>)',
  },
  'address-goes-on': {
    severity: 'warning',
    message:
      'There is no space between the address ‹address› and "‹rest›", so the link takes both for the address.',
    hint: 'Put a space after the address, or link words instead: [the words](https://example.org)',
  },
  'link-http': {
    severity: 'warning',
    message: 'The address ‹how›, so others can read or change the page on its way to the reader.',
    hint: 'Try it with https:, and use that if it works.',
  },
  'link-empty': {
    severity: 'error',
    message: 'The link has no ‹part›.',
    hint: 'Write a link as [the words](https://example.org).',
  },
  'link-vague': {
    severity: 'warning',
    message: 'The words "‹words›" do not say where the link leads.',
    hint: 'Link words that do: [the results of the survey](/posts/…/).',
  },
  'link-gap': {
    severity: 'warning',
    message: 'There is a space between the words of the link and its address, so it is not a link.',
    hint: 'Delete the space: [the words](https://example.org)',
    safe: true,
  },
  'link-reversed': {
    severity: 'warning',
    message: "The link's brackets are in the wrong order.",
    hint: 'Put the words in [ ] and the address in ( ).',
    safe: true,
  },
  'link-undefined': {
    severity: 'warning',
    message: 'The link "[‹label›]" has no address.',
    hint: 'Write the address after the words: [the words](https://example.org)',
  },
  'footnote-undefined': {
    severity: 'warning',
    message: 'The footnote "[^‹label›]" has no text.',
    hint: 'Write it at the end of the post, on its own line: [^‹label›]: The text.',
  },
  'footnote-unused': {
    severity: 'warning',
    message: 'The footnote "[^‹label›]" is not shown: nothing in the text leads to it.',
    hint: 'Write [^‹label›] after the words that it belongs to, or delete it.',
  },
  'footnote-twice': {
    severity: 'warning',
    message: 'There is a second footnote "[^‹label›]", which is not shown.',
    hint: 'Give it another number, here and in the text.',
  },
  'link-unused': {
    severity: 'warning',
    message:
      'This line is not shown: it gives the address of "[‹label›]", but no link in the text has that name.',
    hint: 'Delete it. To show the words, put a backslash before the bracket: \\[‹label›]:',
  },

  // Responses
  'response-id': {
    severity: 'error',
    message: 'There is a second response "‹id›".',
    hint: "Give it another id. The id is part of the response's address.",
  },
  'response-parent': {
    severity: 'error',
    message: '"‹id›" replies to "‹parent›", which is not a response that it can reply to.',
    hint: 'Write the id of a response in this file, or delete the line.',
  },
  'response-person': {
    severity: 'error',
    message: '"‹person›", named as the author of "‹id›", is not in content/people.',
    hint: 'Correct the id, or delete the line; the name alone is enough.',
  },
  'response-question': {
    severity: 'error',
    message: '"‹id›" answers question ‹question›; the post has ‹count›.',
    hint: 'Correct the number, or delete it.',
  },
  'response-early': {
    severity: 'warning',
    message: '"‹id›" is dated ‹date›, before the post was published (‹day›).',
    hint: 'Write the day when it arrived.',
  },
  'response-address': {
    severity: 'warning',
    message: 'There is an email address here. Everybody can read it.',
    hint: 'Delete it; the editor writes [address] in its place.',
  },
  'response-ahead': {
    severity: 'warning',
    message: '"‹id›" is dated ‹date›, which is in the future.',
    hint: 'Write the day when it arrived.',
  },
  snapshot: {
    severity: 'error',
    message: 'This snapshot of GitHub Discussions cannot be used. ‹why›',
    hint: 'Delete the file; `npm run responses -- restore` gets a good one.',
  },

  // What is published
  'address-gone': {
    severity: 'error',
    message: 'The ‹thing› "‹id›" is published and would disappear, with its address.',
    hint: 'Put it back. If it has a new name, write formerly: [‹id›] there; if a post has to go, give it withdrawn: and the reason.',
  },
  'former-address-gone': {
    severity: 'error',
    message: 'The former ‹thing› id "‹id›" would be lost, and its address would lead nowhere.',
    hint: 'Add it to formerly again.',
  },
  unpublished: {
    severity: 'error',
    message: 'The post is published, and would disappear until it is published again.',
    hint: 'Delete draft: and leave the date as it was; if the post has to go, give it withdrawn: and the reason.',
  },
  'permanent-id': {
    severity: 'error',
    message: 'Feeds and responses know this post by its first former name, "‹id›".',
    hint: 'Leave it first in formerly, and add newer names after it.',
  },
  'guid-changed': {
    severity: 'error',
    message:
      'The feed id of the published post would change, and every subscriber would get it again.',
    hint: 'Leave guid: as it was (‹guid›).',
  },
  'date-changed': {
    severity: 'warning',
    message: 'The published post would move from ‹before› to ‹after› in lists and feeds.',
    hint: 'Leave date: as it was, and give the day of the change in updated:.',
  },
  'question-gone': {
    severity: 'error',
    message: 'Question ‹number› is published and would disappear: "‹question›"',
    hint: 'Put it back in its place. Its number is part of an address, and answers refer to it.',
  },
  'question-moved': {
    severity: 'error',
    message: 'Question ‹number› is published and would become question ‹now›: "‹question›"',
    hint: 'Leave published questions in their places, and add new ones at the end.',
  },
  'response-gone': {
    severity: 'error',
    message: 'The response "‹id›" is published and would disappear.',
    hint: 'Put it back. To remove it from the page, give it state: withdrawn.',
  },
  'blank-left': {
    severity: 'warning',
    message: 'This part is not written yet: "‹words›"',
    hint: 'Write your own words in its place, or delete it.',
  },
  'of-example': {
    severity: 'warning',
    message: '‹field› is still that of the example, ‹program›: "‹value›"',
    hint: 'Write what is true for your program, or delete the line.',
  },
  'kind-gone': {
    severity: 'error',
    message:
      'The list at /‹path›/ of the kind "‹kind›" is published and would disappear, with its feed.',
    hint: 'Put the kind back into kinds: with path: ‹path›. A kind without posts may stay.',
  },
  'kind-renamed': {
    severity: 'error',
    message:
      'The kind "‹kind›" would be called "‹now›", and with it the id of its feed would change.',
    hint: 'Write ‹kind›: as before. What readers see is in its labels.',
  },
  'feed-authority': {
    severity: 'error',
    message: 'feedAuthority would change, and with it the id of every feed entry.',
    hint: 'Leave it as it was (‹before›), even if the site has moved.',
  },
} as const satisfies Record<string, Rule>;

/** A rule's permanent name. */
export type RuleName = keyof typeof RULES;

/** What has to be filled in: the names of a rule's blanks. */
export type Blanks<Name extends RuleName> =
  | BlanksOf<(typeof RULES)[Name]['message']>
  | BlanksOf<(typeof RULES)[Name]['hint']>;

type BlanksOf<Text extends string> = Text extends `${string}‹${infer Name}›${infer Rest}`
  ? Name | BlanksOf<Rest>
  : never;
