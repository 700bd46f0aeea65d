/**
 * A rule that content must keep. What it says has blanks, `‹tag›`, that are filled with what stands
 * in the file.
 */
export interface Rule {
  /** An error stops the build; a warning advises. */
  severity: 'error' | 'warning';
  /** One sentence on what is wrong. */
  what: string;
  /** One sentence on what to do. */
  todo: string;
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
    what: 'The file is missing.',
    todo: 'Put it back, or copy it from the main branch.',
  },
  'missing-folder': {
    severity: 'error',
    what: 'The folder is missing, or there is nothing in it.',
    todo: 'Put it back, or copy it from the main branch. Its name has small letters.',
  },
  'empty-file': {
    severity: 'error',
    what: 'There is nothing in this file.',
    todo: 'Write its fields, or copy the file from the main branch. A list without entries is written {}.',
  },
  'unreadable-file': {
    severity: 'error',
    what: 'The computer does not let this be read.',
    todo: 'Give yourself the right to read it, or copy it anew from the main branch.',
  },
  'folder-as-file': {
    severity: 'error',
    what: 'This is a folder, and a file belongs here.',
    todo: 'Rename the folder, and put the file in its place.',
  },
  'file-as-folder': {
    severity: 'error',
    what: 'This is a file, and a folder belongs here.',
    todo: 'Rename the file, and put the folder in its place.',
  },
  'not-a-file': {
    severity: 'error',
    what: 'This is neither a file nor a folder.',
    todo: 'Delete it, and put the file itself here.',
  },
  'merge-conflict': {
    severity: 'error',
    what: 'Git left the marks of a conflict here: two people changed the same lines.',
    todo: 'Between <<<<<<< and >>>>>>> keep what is right. Then delete the lines that begin with <<<<<<<, |||||||, ======= and >>>>>>>.',
  },
  'post-without-text': {
    severity: 'error',
    what: 'This folder has no index.mdx, so it is no post.',
    todo: 'Write the post into a file named index.mdx, with small letters, in this folder.',
  },
  'misplaced-file': {
    severity: 'error',
    what: 'Nothing reads a file in this place.',
    todo: 'A post is posts/2013-08-reflection/index.mdx, a page is pages/about.mdx, a person is people/name.yaml.',
  },
  'symbolic-link': {
    severity: 'error',
    what: 'This is a link to another place and not a file.',
    todo: 'Put the file itself here.',
  },
  'file-name': {
    severity: 'error',
    what: '"‹name›" is a name that some computers cannot hold.',
    todo: 'Rename it with letters, digits and hyphens, like reading-room.jpg.',
  },
  'file-name-encoding': {
    severity: 'error',
    what: 'The name is not written in UTF-8, so that other computers read it differently or not at all.',
    todo: 'Rename it with letters, digits and hyphens, like reading-room.jpg.',
  },
  'file-name-twice': {
    severity: 'error',
    what: '"‹name›" and "‹other›" are one and the same file on some computers.',
    todo: 'Give one of them a name that differs in more than capital letters and accents.',
  },
  'file-too-large': {
    severity: 'error',
    what: 'The text is ‹size› long; ‹most› are the most that a post may have.',
    todo: 'Divide it into several posts, and keep pictures in files of their own.',
  },
  id: {
    severity: 'error',
    what: '"‹id›" cannot be an address. ‹reason›',
    todo: 'Give it another name, like 2013-08-reflection for a post.',
  },
  'id-reserved': {
    severity: 'error',
    what: '"‹id›" is the name of one of the site\'s own pages.',
    todo: 'Give it another name, like 2013-08-reflection for a post.',
  },
  'id-twice': {
    severity: 'error',
    what: '"‹id›" is the id of ‹other›.',
    todo: 'No id is ever used twice. Take it out of formerly, or give the other another one.',
  },
  'id-taken': {
    severity: 'error',
    what: 'There is a post "‹id›" already.',
    todo: 'Choose another address for a new post. To change that one, give the day of the change.',
  },
  'short-address-twice': {
    severity: 'error',
    what: 'The post would have the same short address as "‹other›".',
    todo: 'Give the newer of the two another folder name, by one letter at least.',
  },
  'guid-twice': {
    severity: 'error',
    what: 'guid: The post ‹other› has the same feed id.',
    todo: 'Take the line out of the post that was not imported; readers take two posts with one id for one.',
  },

  // Letters
  encoding: {
    severity: 'error',
    what: 'The file is saved as ‹encoding›, in which letters with accents get lost.',
    todo: 'Save it again and choose UTF-8 as its encoding.',
    safe: true,
  },
  'byte-order-mark': {
    severity: 'error',
    what: 'The file begins with a hidden mark (a byte order mark).',
    todo: 'Save it again as "UTF-8", not as "UTF-8 with BOM".',
    safe: true,
  },
  'line-ends': {
    severity: 'warning',
    what: 'The lines end as on Windows (CRLF), so that each of them counts as changed.',
    todo: 'Save the file with line ends "LF" or "Unix".',
    safe: true,
  },
  'hidden-direction': {
    severity: 'error',
    what: 'A hidden sign (‹sign›) turns the direction of the text after it.',
    todo: 'Take it out. For Arabic or Hebrew in another text, use <InLanguage lang="ar">.',
  },
  'hidden-character': {
    severity: 'error',
    what: 'A hidden character (‹sign›) stands here.',
    todo: 'Take it out: delete the word, and type it again.',
    safe: true,
  },
  'lost-letter': {
    severity: 'warning',
    what: 'A letter was lost here; � stands in its place.',
    todo: 'Type the word again.',
  },
  'garbled-letters': {
    severity: 'warning',
    what: 'Letters with accents or marks were read in a wrong encoding here, and are several signs now.',
    todo: 'Type the words again, or copy them anew from where they came.',
  },
  'private-sign': {
    severity: 'warning',
    what: "A sign of a word processor's own typeface (‹sign›) stands here, and readers see an empty box.",
    todo: 'Take it out, or put an ordinary sign in its place.',
  },
  'parted-word': {
    severity: 'warning',
    what: 'A hidden sign without width parts a word here, so that searches do not find it.',
    todo: 'Take it out: delete the word, and type it again.',
    safe: true,
  },

  // Fields
  'no-front-matter': {
    severity: 'error',
    what: 'The file does not begin with a block of fields between two lines of ---.',
    todo: 'Begin the file with ---, then title: and the other fields, then --- again.',
  },
  'front-matter-twice': {
    severity: 'error',
    what: 'A second block of fields stands here, and would be shown as text.',
    todo: 'Take it out, with its lines of ---. The fields stand once, at the top.',
  },
  'front-matter-split': {
    severity: 'error',
    what: 'The block of fields ends above this line, and the next fields stand below it.',
    todo: 'Take the line of --- above it out, so that all fields stand in one block.',
  },
  'front-matter-open': {
    severity: 'error',
    what: 'The block of fields at the top has no end.',
    todo: 'Write a line of --- below the last field, above the text.',
  },
  'yaml-too-large': {
    severity: 'error',
    what: 'The file is ‹size› characters long; ‹most› are the most that it may have.',
    todo: 'Take out what does not belong in it, like whole texts or pictures.',
  },
  'yaml-tab': {
    severity: 'error',
    what: 'The line begins with a tab.',
    todo: 'Use spaces instead, two for each step.',
    safe: true,
  },
  'yaml-hidden-space': {
    severity: 'error',
    what: 'A hidden kind of space (‹sign›) stands beside the name of the field, or behind its value.',
    todo: 'Delete it. An ordinary space belongs behind the colon, and none at the end.',
    safe: true,
  },
  'yaml-wide-colon': {
    severity: 'error',
    what: 'The colon is a wide one (：), which is not read as a colon.',
    todo: 'Type an ordinary colon and a space.',
    safe: true,
  },
  'yaml-no-space': {
    severity: 'error',
    what: 'There is no space behind the colon.',
    todo: 'Write a space between the colon and the value.',
    safe: true,
  },
  'yaml-smart-quotes': {
    severity: 'warning',
    what: 'The value stands in curly quotation marks, which become part of it.',
    todo: 'Use straight ones ("), or none.',
    safe: true,
  },
  'yaml-list-space': {
    severity: 'error',
    what: 'There is no space behind the hyphen.',
    todo: 'Write a space between the hyphen and the word, or the list as [one, two].',
    safe: true,
  },
  'yaml-list-sign': {
    severity: 'error',
    what: 'The sign ‹sign› begins no entry of a list here.',
    todo: 'Begin each entry with a hyphen and a space, on a line of its own.',
    safe: true,
  },
  'yaml-hash': {
    severity: 'error',
    what: 'What begins with # is read as a note to oneself, and would be missing on the page.',
    todo: 'Put the value between quotation marks; a note stands on a line of its own.',
  },
  'yaml-twice': {
    severity: 'error',
    what: 'The same name stands here a second time.',
    todo: 'Keep one of the two lines.',
  },
  'yaml-colon': {
    severity: 'error',
    what: 'There is a second colon in this line.',
    todo: 'Put the value between quotation marks: title: "Libraries: a new start"',
  },
  'yaml-unclosed': {
    severity: 'error',
    what: 'A bracket or quotation mark is not closed.',
    todo: 'Write it at both ends.',
  },
  'yaml-quotes': {
    severity: 'error',
    what: 'The quotation marks are not one pair around the whole value.',
    todo: 'Put one pair around all of it, of the other kind (" or \') than those inside.',
  },
  'yaml-backslash': {
    severity: 'error',
    what: 'A backslash (\\) has a meaning of its own between double quotation marks.',
    todo: "Use single quotation marks (') around the value, or take the backslash out.",
  },
  'yaml-value-and-lines': {
    severity: 'error',
    what: 'The field has a value behind its colon, and lines of its own below.',
    todo: 'Give the value a line of its own too, moved in like the others: image: ./cover.jpg',
  },
  'yaml-indent': {
    severity: 'error',
    what: 'The line is moved in too far or not far enough.',
    todo: 'Lines that belong together begin at the same place.',
  },
  'yaml-nested': {
    severity: 'error',
    what: 'Brackets stand in brackets too many times here.',
    todo: 'A list is written [one, two], without brackets inside.',
  },
  'yaml-alias': {
    severity: 'error',
    what: 'The value begins with ‹sign›, which has a meaning of its own here.',
    todo: 'Put the value between quotation marks.',
  },
  'yaml-no-colon': {
    severity: 'error',
    what: 'The line does not begin with the name of a field and a colon.',
    todo: 'Write it as name: value; or move it in by two spaces, if it belongs to the line above.',
  },
  yaml: {
    severity: 'error',
    what: 'This line cannot be read.',
    todo: 'Compare it with another post: a name, a colon, a space, and then the value. Put a value that has a colon in it between quotation marks.',
  },
  'unknown-key': {
    severity: 'error',
    what: '‹key› is not a name that belongs here.',
    todo: 'It may be one of ‹known›.',
  },
  'missing-field': {
    severity: 'error',
    what: '‹field› is missing.',
    todo: '‹says› Among the fields it is a line "‹name›: …".',
  },
  field: {
    severity: 'error',
    what: '‹field›: ‹message›',
    todo: '‹says›',
  },

  // Vocabulary
  'unknown-tag': {
    severity: 'error',
    what: 'tags: "‹tag›" is not one of our tags.',
    todo: 'Choose from content/tags.yaml, or add it there with a label and a description.',
  },
  'tag-synonym': {
    severity: 'error',
    what: 'tags: "‹tag›" is another word for our tag "‹id›".',
    todo: 'Write the tag.',
    safe: true,
  },
  'word-twice': {
    severity: 'warning',
    what: '"‹word›" is a word for the tag "‹other›" already; writers are led to that one.',
    todo: 'Take it out of one of the two.',
  },
  'tag-twice': {
    severity: 'error',
    what: 'tags: "‹tag›" stands here twice.',
    todo: 'Keep one.',
  },
  'unknown-round': {
    severity: 'error',
    what: 'round: "‹round›" is not one of our rounds.',
    todo: 'Choose from content/rounds.yaml.',
  },
  'unknown-person': {
    severity: 'error',
    what: '‹field›: "‹person›" is not one of our people.',
    todo: 'Choose from content/people/, or add a file there.',
  },
  'unknown-post': {
    severity: 'error',
    what: '‹field›: "‹post›" is not one of our posts.',
    todo: 'Write the folder name of a post.',
  },
  'unknown-page': {
    severity: 'error',
    what: '‹field›: "‹page›" is not one of our pages.',
    todo: 'Write the name of a file in content/pages/, without .mdx.',
  },
  'former-id': {
    severity: 'error',
    what: '‹field›: "‹former›" is called "‹id›" now.',
    todo: 'Write the name of today.',
    safe: true,
  },
  'leads-to-itself': {
    severity: 'error',
    what: '‹field›: The post names itself.',
    todo: 'Write the folder name of another post, or take the line out.',
  },
  'leads-in-a-circle': {
    severity: 'error',
    what: '‹field›: ‹post› leads back to this post in the end.',
    todo: 'A post can follow only what came before it. Take one of the lines out.',
  },
  'no-questions': {
    severity: 'error',
    what: 'The discussion has no list of questions.',
    todo: 'Write a heading "## ‹heading›", and under it a list with one question in each line.',
  },
  'questions-not-listed': {
    severity: 'error',
    what: 'Under the heading for questions stands no list.',
    todo: 'Begin each question with a hyphen and a space, on a line of its own: - What did you learn?',
  },
  'second-question-list': {
    severity: 'error',
    what: 'This is the second heading for questions in the post.',
    todo: 'Put all questions into one list under one heading.',
  },
  'question-empty': {
    severity: 'error',
    what: 'Question ‹number› has no words.',
    todo: 'Write it, or take its line out.',
  },
  'question-twice': {
    severity: 'warning',
    what: 'Question ‹number› is question ‹other› once more.',
    todo: 'Keep one of the two.',
  },
  'questions-go-on': {
    severity: 'warning',
    what: 'A second list stands below the questions, and nothing in it can be answered as a question.',
    todo: 'Put all questions into one list: the same sign before each, and no paragraph between them. For another list, write a heading above it.',
  },
  'no-text': {
    severity: 'warning',
    what: 'The post has no text.',
    todo: 'Write it below the fields, or add draft: true until it is written.',
  },
  'draft-words': {
    severity: 'warning',
    what: 'Here stands what a new draft says: "‹words›"',
    todo: 'Write your own words in its place, or add draft: true until they are written.',
  },
  'month-and-round': {
    severity: 'warning',
    what: 'The month is ‹month›, and the round "‹round›" ‹when›.',
    todo: 'Correct the month or the round.',
  },
  'plain-field': {
    severity: 'warning',
    what: '‹field›: The signs "‹sign›" are shown as they stand here: this text is plain.',
    todo: 'Take them out; Markdown belongs into the text below the fields.',
  },
  'title-twice': {
    severity: 'warning',
    what: 'The title is that of ‹other›, of the same round.',
    todo: 'Say what is new in this one, if its fields were copied from the other.',
  },
  'summary-twice': {
    severity: 'warning',
    what: 'The summary is that of ‹other›, word for word.',
    todo: 'Say what this post is about, if its fields were copied from the other.',
  },
  'month-and-folder': {
    severity: 'warning',
    what: "The month is ‹month›, but the folder's name begins with ‹folder›.",
    todo: 'Correct the month, or the name of the folder if the post is not published yet.',
  },
  'date-and-folder': {
    severity: 'warning',
    what: "The date is ‹date›, but the folder's name begins with ‹folder›.",
    todo: 'Correct the date, or the name of the folder if the post is not published yet.',
  },
  'date-zone': {
    severity: 'warning',
    what: "date: ‹date› is not in the program's time zone, where it is ‹offset› on that day.",
    todo: 'Write the time as clocks in ‹zone› show it.',
  },

  // Prose
  braces: {
    severity: 'error',
    what: 'Text between { and } is read as program code, which a post cannot carry.',
    todo: 'Take the braces away, or write \\{ and \\} to show them.',
  },
  'less-than': {
    severity: 'error',
    what: 'The sign < is read as the beginning of a component.',
    todo: 'Write \\< to show it.',
  },
  'angle-address': {
    severity: 'error',
    what: 'An address between < and > is read as the beginning of a component.',
    todo: 'Write it as a link, [words](address), or without < and >.',
  },
  comment: {
    severity: 'error',
    what: 'A hidden note, <!-- … -->, is HTML code, which a post cannot carry.',
    todo: 'Take it out. Notes to one another belong in the pull request.',
  },
  import: {
    severity: 'error',
    what: 'A paragraph that begins with the word "‹word›" is read as program code.',
    todo: 'Begin the sentence with another word. Components need no import.',
  },
  html: {
    severity: 'error',
    what: '<‹name›> is HTML code, which a post cannot carry.',
    todo: '‹instead› To show a < sign, write \\<.',
  },
  'code-language': {
    severity: 'error',
    what: '"‹language›" is not the name of a language of code.',
    todo: 'Write a name like html or python behind the three backticks, or nothing.',
  },
  'nested-too-deep': {
    severity: 'error',
    what: 'Something is nested more than ‹most› levels deep here.',
    todo: 'Take some of the quotation marks (>) or list levels away.',
  },
  'line-too-long': {
    severity: 'error',
    what: 'The line is longer than ‹most› characters.',
    todo: 'Leave an empty line between paragraphs.',
  },
  'too-many-signs': {
    severity: 'error',
    what: 'There are more than ‹most› of the signs ‹signs› in the text.',
    todo: 'Keep program code and tables made by other programs out of the post.',
  },
  'too-many-marks': {
    severity: 'error',
    what: 'There are more than ‹most› of the signs *, _, ~, [ and ] without an empty line between them.',
    todo: 'Leave an empty line between paragraphs, and keep what other programs made out of the post.',
  },
  'too-many-parts': {
    severity: 'error',
    what: 'The text has more than ‹most› ‹parts›.',
    todo: 'Divide it into several posts, or put what is too much into a file elsewhere and link to it.',
  },
  'addresses-too-long': {
    severity: 'error',
    what: 'The addresses that links take from the end of the text come to more than ‹most› characters.',
    todo: 'Use shorter addresses, or fewer links to the long ones.',
  },
  'not-allowed': {
    severity: 'error',
    what: 'A post cannot carry this (‹kind›).',
    todo: 'Write it as plain Markdown.',
  },
  'code-open': {
    severity: 'warning',
    what: 'The code that begins here has no end, so that all below it is shown as code.',
    todo: 'Write ‹mark› on a line of its own where the code ends, or take the first one out.',
  },
  'heading-underlined': {
    severity: 'warning',
    what: 'The hyphens right below the text make a heading of it.',
    todo: 'Leave an empty line above them, for a line across the page. A heading is written with ## and a space before it.',
  },
  'table-of-tabs': {
    severity: 'warning',
    what: 'These lines are cells of a table that tabs divide, and are shown as one paragraph.',
    todo: 'Write a | before, between and behind the cells of each line, and ‹head› below the first line.',
  },
  'list-sign': {
    severity: 'warning',
    what: 'The sign ‹sign› begins no list, so that the lines are shown as one paragraph.',
    todo: 'Begin each line of a list with a hyphen and a space, or with a number, a point and a space.',
  },
  'list-in-list': {
    severity: 'warning',
    what: 'Two signs begin this line, which makes a list of its own within the list.',
    todo: 'Take one of them out.',
  },
  'other-instruction': {
    severity: 'warning',
    what: '‹sign› is an instruction for another program, and readers see it as it stands.',
    todo: 'Take it out, and write what it was to do as plain Markdown or with one of the components.',
  },
  'emoji-name': {
    severity: 'warning',
    what: '‹sign› is what chats call an emoji, and readers see the name.',
    todo: 'Put the emoji itself in its place.',
  },
  'table-without-head': {
    severity: 'warning',
    what: 'These lines are shown as they are, and not as a table: the line below the head is missing.',
    todo: 'Write ‹head› as the second line.',
  },
  'table-in-pieces': {
    severity: 'warning',
    what: 'The lines of this table stand apart from each other, and are shown as they are.',
    todo: 'Take the empty lines between them out.',
  },
  'table-cells': {
    severity: 'warning',
    what: 'This line of the table has ‹count› cells and its head ‹most›; the rest is not shown.',
    todo: 'Give the head as many cells, or take some out. A | inside a cell is written \\|.',
  },
  'hidden-empty-line': {
    severity: 'warning',
    what: 'This line looks empty, but a hidden space (‹sign›) stands in it, so that it parts no paragraphs.',
    todo: 'Delete the line, and leave an empty one.',
    safe: true,
  },
  'bullet-sign': {
    severity: 'warning',
    what: 'The sign ‹sign› begins no list, so that the lines are shown as one paragraph.',
    todo: 'Begin each line of a list with a hyphen and a space.',
    safe: true,
  },
  'bold-open': {
    severity: 'warning',
    what: 'Two stars (**) stand here without another two, so that readers see them.',
    todo: 'Write them right before the first and right after the last bold word: **these words**.',
  },
  'bold-space': {
    severity: 'warning',
    what: 'A space stands between the two stars (**) and the bold words, so that readers see the stars.',
    todo: 'Write the stars right at the words: **these words**.',
  },
  'mdx-syntax': {
    severity: 'error',
    what: 'Something here begins like a component or program code and does not end as one.',
    todo: 'To show a sign like < or {, write \\< or \\{. A component is closed with /> or with its name, </Note>.',
  },

  // Components
  'unknown-component': {
    severity: 'error',
    what: '<‹name›> is not one of our components.',
    todo: 'Choose one of ‹known›, or write Markdown. To show a < sign, write \\<.',
  },
  'component-open': {
    severity: 'error',
    what: '<‹name›> is not closed, or not closed where it began.',
    todo: '‹how›: ‹example›',
  },
  'component-end-alone': {
    severity: 'error',
    what: '</‹name›> ends what has not begun.',
    todo: 'Write <‹name›> before it, or take it out.',
  },
  'component-unreadable': {
    severity: 'error',
    what: '<‹name› …> cannot be read: something in it is not written as name="value".',
    todo: 'Use straight quotation marks at both ends of each value, and close it: ‹example›',
  },
  'component-incomplete': {
    severity: 'error',
    what: '<‹name›> has no ‹attribute›.',
    todo: 'Write ‹attribute›="…": ‹says›',
  },
  'component-holds-nothing': {
    severity: 'error',
    what: '<‹name›> cannot have text inside.',
    todo: 'Close it at once: ‹example›',
  },
  'unknown-attribute': {
    severity: 'error',
    what: '<‹name›> cannot have ‹attribute›.',
    todo: 'It may have ‹known›.',
  },
  'attribute-code': {
    severity: 'error',
    what: '<‹name›> has program code in it.',
    todo: 'It may have ‹known›, each with text in quotation marks.',
  },
  'attribute-twice': {
    severity: 'error',
    what: '<‹name›> has ‹attribute› twice.',
    todo: 'Keep one of them.',
  },
  'attribute-not-text': {
    severity: 'error',
    what: '‹attribute› of <‹name›> must be text in quotation marks.',
    todo: 'Write ‹attribute›="…".',
  },
  'attribute-empty': {
    severity: 'error',
    what: '‹attribute› of <‹name›> is empty.',
    todo: '‹says›',
  },
  'attribute-too-long': {
    severity: 'error',
    what: '‹attribute› of <‹name›> is longer than ‹most› characters.',
    todo: 'Put the words into the text of the post.',
  },
  'unknown-licence': {
    severity: 'error',
    what: '"‹licence›" is not a licence we know.',
    todo: 'Choose one of ‹known›.',
  },
  'unknown-language': {
    severity: 'error',
    what: '"‹language›" is not a language code.',
    todo: 'Write one like en, es, ar or zh-Hans.',
  },

  // Headings
  'heading-top': {
    severity: 'error',
    what: 'A heading with one # is as great as the title of the page.',
    todo: 'Begin headings with ##.',
  },
  'heading-no-space': {
    severity: 'warning',
    what: 'The signs # have no ordinary space behind them, so that this is no heading.',
    todo: 'Write ##, a space, and then the words.',
    safe: true,
  },
  'heading-skips': {
    severity: 'warning',
    what: 'The heading skips a level: ‹from› is followed by ‹to›.',
    todo: 'Go down one step at a time, for those who hear the page read.',
  },
  'heading-repeats-title': {
    severity: 'warning',
    what: 'The heading repeats the title of the page.',
    todo: 'Take it out; the title stands above the text by itself.',
  },
  'heading-empty': {
    severity: 'error',
    what: 'The heading has no words.',
    todo: 'Write them behind the #, or take the line out.',
  },

  // Pictures
  'no-alt': {
    severity: 'error',
    what: 'The picture "‹name›" has no words for those who do not see it.',
    todo: 'Write what it shows between the square brackets: ![Readers at long tables](./room.jpg)',
  },
  'alt-file-name': {
    severity: 'warning',
    what: 'The words for those who do not see the picture are a file name: "‹alt›".',
    todo: 'Write what the picture shows.',
  },
  'alt-vague': {
    severity: 'warning',
    what: 'The words "‹alt›" do not say what the picture shows.',
    todo: 'Write what somebody sees who looks at it: "Readers at long tables".',
  },
  film: {
    severity: 'error',
    what: '"‹name›" is a film or a recording, which the site cannot carry.',
    todo: 'Put it where films are shown, and lead to it with <Embed url="https://…" title="…" />.',
  },
  'missing-picture': {
    severity: 'error',
    what: 'The picture "‹name›" is not in the folder.',
    todo: 'Put the picture beside the text. Capital and small letters count.',
  },
  'picture-case': {
    severity: 'error',
    what: 'The picture is called "‹actual›", not "‹name›": capital and small letters count.',
    todo: 'Write its name as the file has it.',
    safe: true,
  },
  'picture-elsewhere': {
    severity: 'error',
    what: 'The picture "‹address›" is not in the post\'s folder.',
    todo: 'Put the picture beside index.mdx, and write its name: ./picture.jpg',
  },
  'picture-name': {
    severity: 'error',
    what: 'The name "‹name›" has signs that an address cannot carry as they are.',
    todo: 'Rename the file with letters, digits and hyphens, like reading-room.jpg, and write that name here.',
  },
  'picture-in-text': {
    severity: 'error',
    what: 'A picture stands in the text itself here, as thousands of letters and digits.',
    todo: 'Take the line out. Save the picture as a file beside index.mdx, and write ![what it shows](./picture.jpg) where it belongs.',
  },
  'picture-type': {
    severity: 'error',
    what: '"‹name›" is not a picture that every reader can show (‹type›).',
    todo: 'Save it as JPEG, PNG, WebP, AVIF or GIF.',
  },
  'picture-heic': {
    severity: 'error',
    what: '"‹name›" is a HEIC picture, which only some telephones can show.',
    todo: 'Send it to yourself by mail as JPEG, or set the camera to "Most compatible" (iPhone: Settings, Camera, Formats).',
  },
  'picture-svg': {
    severity: 'error',
    what: '"‹name›" is an SVG drawing, which can carry program code.',
    todo: 'Export it as PNG, about 1600 pixels wide.',
  },
  'picture-ending': {
    severity: 'error',
    what: '"‹name›" is a picture, but its name does not end as one.',
    todo: 'Give the file the ending ‹ending›.',
  },
  'picture-damaged': {
    severity: 'error',
    what: '"‹name›" is damaged or not whole: a part of the picture is missing, or cannot be read.',
    todo: 'Save it again from the original, or send it again.',
  },
  'picture-size': {
    severity: 'error',
    what: '"‹name›" has ‹megapixels› million pixels.',
    todo: 'Make it smaller: ‹most› million is the most, and 1600 pixels across are enough.',
  },
  'picture-heavy': {
    severity: 'error',
    what: '"‹name›" takes ‹megabytes› MB, which everyone who copies the blog has to load.',
    todo: 'Save it smaller: 1600 pixels across and quality 80 give less than 1 MB. ‹most› MB is the most.',
  },
  'picture-film': {
    severity: 'error',
    what: '"‹name›" is ‹frames› pictures that follow one another, with ‹megapixels› million pixels together.',
    todo: 'Make it smaller or shorter: ‹most› million is the most. Or put it where films are shown, and lead to it with <Embed url="https://…" title="…" />.',
  },
  'picture-stilled': {
    severity: 'warning',
    what: '"‹name›" moves, but readers see only its first picture here.',
    todo: 'If that picture says enough, leave it so. On the page only a GIF in the text moves.',
  },
  'picture-place': {
    severity: 'warning',
    what: '"‹name›" says where it was taken, and everybody can read that in the repository.',
    todo: "Add it with the picture field at /write/, which leaves the place out, or export it anew without its place. Do so before this is merged: then the repository's history keeps the old file. The site itself never shows the place.",
  },
  'stray-file': {
    severity: 'warning',
    what: 'Nothing reads "‹name›" here: it is no picture.',
    todo: 'Take it out. The words of a document belong into index.mdx.',
  },
  'unused-file': {
    severity: 'warning',
    what: 'Nothing in the text shows this file.',
    todo: 'Show it with ![what it shows](./‹name›), or take the file out.',
  },
  'no-credit': {
    severity: 'warning',
    what: 'Nobody is named who made the picture "‹name›".',
    todo: 'Write its credit and licence. If it is ours, it may stay as it is.',
  },
  'no-credit-below': {
    severity: 'warning',
    what: 'Nobody is named who made the picture "‹name›".',
    todo: 'Say it in the words under it, as "Photo: Ana Pereira, CC BY 4.0", or show it as <Figure> with credit and licence. If it is ours, it may stay as it is.',
  },
  'credit-and-licence': {
    severity: 'error',
    what: 'A credit needs a licence, and a licence a credit.',
    todo: 'Write both, or leave both out if the picture is ours.',
  },

  // Links
  'address-scheme': {
    severity: 'error',
    what: 'This ‹what› leads to "‹scheme›", which is not allowed.',
    todo: 'An address begins with https://, http:// or mailto:, or with / for a page of this site.',
  },
  'address-password': {
    severity: 'error',
    what: 'This ‹what› has a name or password before the @ of its host.',
    todo: 'Write the address without it.',
  },
  'broken-link': {
    severity: 'error',
    what: 'There is no page "‹address›" on this site.',
    todo: 'Open the page that is meant, and copy its address from behind the host: /posts/2013-08-reflection/',
  },
  'broken-anchor': {
    severity: 'error',
    what: 'There is no place "#‹anchor›" on ‹page›.',
    todo: 'A link can lead to ‹places›.',
  },
  'link-relative': {
    severity: 'error',
    what: 'The address "‹address›" has no beginning.',
    todo: 'An address begins with https://, or with / for a page of this site.',
  },
  'link-to-unpublished': {
    severity: 'warning',
    what: '"‹address›" is not published when this post is (‹state›).',
    todo: 'Publish it first, or leave the link out until then.',
  },
  'link-former': {
    severity: 'warning',
    what: '"‹address›" is a former address; it is ‹now› now.',
    todo: 'Write the address of today.',
    safe: true,
  },
  'link-own-address': {
    severity: 'warning',
    what: "The link names our own site's host.",
    todo: 'Write what comes after the host, beginning with /.',
    safe: true,
  },
  'link-no-slash': {
    severity: 'warning',
    what: 'The address "‹address›" has no / at its end, so that each reader is sent on once more.',
    todo: 'Write the / too.',
    safe: true,
  },
  'link-own-machine': {
    severity: 'warning',
    what: 'The link leads to "‹host›", which is a machine that readers cannot reach.',
    todo: 'Write the address that the page has for everybody.',
  },
  'link-to-file': {
    severity: 'error',
    what: 'The link leads to the file "‹name›", which the site does not publish: it publishes pictures only.',
    todo: 'Put the file where it can be downloaded by everybody, and write that address.',
  },
  'link-host': {
    severity: 'warning',
    what: 'The address "‹address›" names no host that there can be.',
    todo: 'Open the page that is meant in a browser, and copy its address from there.',
  },
  'link-mail': {
    severity: 'warning',
    what: 'The address "‹address›" is not one to which a mail can go.',
    todo: 'Write it as mailto:name@example.org.',
  },
  'link-detour': {
    severity: 'warning',
    what: 'The link goes round by ‹host›, which notes who follows it and may stop leading on.',
    todo: 'Write the address where one arrives.',
    safe: true,
  },
  'link-says-other': {
    severity: 'warning',
    what: 'The words of the link name ‹said›, and it leads to ‹host›.',
    todo: 'Write words that say where it leads.',
  },
  'link-to-picture': {
    severity: 'error',
    what: 'This is a link to the picture "‹name›", and does not show it.',
    todo: 'Write an exclamation mark before it: ![what it shows](./‹name›)',
  },
  'link-unread': {
    severity: 'warning',
    what: 'This was to be a link or a picture, and readers see it as it stands.',
    todo: 'Write [the words](https://example.org) or ![what it shows](./picture.jpg), with both brackets closed. Put a name with spaces between < and >: (<./my picture.jpg>)',
  },
  'link-http': {
    severity: 'warning',
    what: 'The address begins with http:, which can be read and changed on its way.',
    todo: 'Try it with https: and write that if it works.',
  },
  'link-empty': {
    severity: 'error',
    what: 'The link has no ‹part›.',
    todo: 'A link is written [the words](https://example.org).',
  },
  'link-vague': {
    severity: 'warning',
    what: 'The words "‹words›" do not say where the link leads.',
    todo: 'Link the words that do: [the results of the survey](/posts/…/).',
  },
  'link-gap': {
    severity: 'warning',
    what: 'There is a space between the words of the link and its address, so that it is none.',
    todo: 'Take the space out: [the words](https://example.org)',
    safe: true,
  },
  'link-reversed': {
    severity: 'warning',
    what: 'The brackets of the link are the wrong way round.',
    todo: 'The words stand in [ ], the address in ( ).',
    safe: true,
  },
  'link-undefined': {
    severity: 'warning',
    what: 'The link "[‹label›]" leads nowhere: no line says where.',
    todo: 'Write the address behind the words: [the words](https://example.org)',
  },
  'footnote-undefined': {
    severity: 'warning',
    what: 'The footnote "[^‹label›]" has no text.',
    todo: 'Write it at the end of the post, on a line of its own: [^‹label›]: The text.',
  },
  'footnote-unused': {
    severity: 'warning',
    what: 'The footnote "[^‹label›]" is not shown: nothing in the text leads to it.',
    todo: 'Write [^‹label›] behind the words to which it belongs, or take it out.',
  },
  'footnote-twice': {
    severity: 'warning',
    what: 'There is a second footnote "[^‹label›]", which is not shown.',
    todo: 'Give it a number of its own, here and in the text.',
  },
  'link-unused': {
    severity: 'warning',
    what: 'This line is not shown: it says where "[‹label›]" leads, and no link in the text has that name.',
    todo: 'Take it out. To show the words, put a backslash before the bracket: \\[‹label›]:',
  },

  // Responses
  'response-id': {
    severity: 'error',
    what: 'There is a second response "‹id›".',
    todo: 'Give it an id of its own; ids are anchors on the page.',
  },
  'response-parent': {
    severity: 'error',
    what: '"‹parent›" is not a response that "‹id›" could answer.',
    todo: 'Write the id of a response in this file, or take the line out.',
  },
  'response-person': {
    severity: 'error',
    what: '"‹person›", who is said to have written "‹id›", is nobody in content/people.',
    todo: 'Correct the id, or take the line out; the name alone is enough.',
  },
  'response-question': {
    severity: 'error',
    what: '"‹id›" answers question ‹question›; the post has ‹count›.',
    todo: 'Correct the number or take it out.',
  },
  'response-early': {
    severity: 'warning',
    what: '"‹id›" is dated ‹date›, before the post itself came out (‹day›).',
    todo: 'Write the day when it came.',
  },
  'response-address': {
    severity: 'warning',
    what: 'A mail address stands here, where everybody can read it.',
    todo: 'Take it out; the desk writes [address] in its place.',
  },
  'response-ahead': {
    severity: 'warning',
    what: '"‹id›" is dated ‹date›, a day that is still to come.',
    todo: 'Write the day when it came.',
  },
  snapshot: {
    severity: 'error',
    what: 'This snapshot of GitHub Discussions cannot be used. ‹why›',
    todo: 'Delete the file; `npm run responses -- restore` gets a good one.',
  },

  // What is published
  'address-gone': {
    severity: 'error',
    what: 'The ‹thing› "‹id›" is published and would be gone, with its address.',
    todo: 'Put it back. If it has a new name, write formerly: [‹id›] there; if a post has to go, give it withdrawn: and the reason.',
  },
  'former-address-gone': {
    severity: 'error',
    what: 'The former ‹thing› "‹id›" would lead nowhere.',
    todo: 'Write it under formerly again.',
  },
  unpublished: {
    severity: 'error',
    what: 'The post is published, and would be gone until it is published again.',
    todo: 'Take draft: away and leave the date as it was; if the post has to go, give it withdrawn: and the reason.',
  },
  'permanent-id': {
    severity: 'error',
    what: 'The first of the former names was "‹id›", by which feeds and responses know the post.',
    todo: 'Leave it first under formerly, and add newer names behind it.',
  },
  'guid-changed': {
    severity: 'error',
    what: 'The feed id of the published post would change, and every reader would get it again.',
    todo: 'Leave guid: as it was (‹guid›).',
  },
  'date-changed': {
    severity: 'warning',
    what: 'The published post would move from ‹before› to ‹after› in lists and feeds.',
    todo: 'Leave date: as it was, and give the day of the change in updated:.',
  },
  'question-gone': {
    severity: 'error',
    what: 'Question ‹number› is published and would be gone: "‹question›"',
    todo: 'Put it back in its place. Its number is an address, and answers name it.',
  },
  'question-moved': {
    severity: 'error',
    what: 'Question ‹number› is published and would become question ‹now›: "‹question›"',
    todo: 'Leave published questions in their places, and add new ones at the end.',
  },
  'response-gone': {
    severity: 'error',
    what: 'The response "‹id›" is published and would be gone.',
    todo: 'Put it back. To take it from the page, give it state: withdrawn.',
  },
  'feed-authority': {
    severity: 'error',
    what: 'feedAuthority would change, and with it the id of every feed entry.',
    todo: 'Leave it as it was (‹before›), even if the site has moved.',
  },
} as const satisfies Record<string, Rule>;

/** A rule's permanent name. */
export type RuleName = keyof typeof RULES;

/** What has to be filled in: the names of a rule's blanks. */
export type Blanks<Name extends RuleName> =
  | BlanksOf<(typeof RULES)[Name]['what']>
  | BlanksOf<(typeof RULES)[Name]['todo']>;

type BlanksOf<Text extends string> = Text extends `${string}‹${infer Name}›${infer Rest}`
  ? Name | BlanksOf<Rest>
  : never;
