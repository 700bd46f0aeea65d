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
    message: 'The file is missing.',
    hint: 'Put it back, or copy it from the main branch.',
  },
  'missing-folder': {
    severity: 'error',
    message: 'The folder is missing, or there is nothing in it.',
    hint: 'Put it back, or copy it from the main branch. Its name has small letters.',
  },
  'empty-file': {
    severity: 'error',
    message: 'There is nothing in this file.',
    hint: 'Write its fields, or copy the file from the main branch. A list without entries is written {}.',
  },
  'unreadable-file': {
    severity: 'error',
    message: 'The computer does not let this be read.',
    hint: 'Give yourself the right to read it, or copy it anew from the main branch.',
  },
  'folder-as-file': {
    severity: 'error',
    message: 'This is a folder, and a file belongs here.',
    hint: 'Rename the folder, and put the file in its place.',
  },
  'file-as-folder': {
    severity: 'error',
    message: 'This is a file, and a folder belongs here.',
    hint: 'Rename the file, and put the folder in its place.',
  },
  'not-a-file': {
    severity: 'error',
    message: 'This is neither a file nor a folder.',
    hint: 'Delete it, and put the file itself here.',
  },
  'merge-conflict': {
    severity: 'error',
    message: 'Git left the marks of a conflict here: two people changed the same lines.',
    hint: 'Between <<<<<<< and >>>>>>> keep what is right. Then delete the lines that begin with <<<<<<<, |||||||, ======= and >>>>>>>.',
  },
  'post-without-text': {
    severity: 'error',
    message: 'This folder has no index.mdx, so it is no post.',
    hint: 'Write the post into a file named index.mdx, with small letters, in this folder.',
  },
  'misplaced-file': {
    severity: 'error',
    message: 'Nothing reads a file in this place.',
    hint: 'A post is posts/2013-08-reflection/index.mdx, a page is pages/about.mdx, a person is people/name.yaml.',
  },
  'symbolic-link': {
    severity: 'error',
    message: 'This is a link to another place and not a file.',
    hint: 'Put the file itself here.',
  },
  'file-name': {
    severity: 'error',
    message: '"‹name›" is a name that some computers cannot hold.',
    hint: 'Rename it with letters, digits and hyphens, like reading-room.jpg.',
  },
  'file-name-encoding': {
    severity: 'error',
    message:
      'The name is not written in UTF-8, so that other computers read it differently or not at all.',
    hint: 'Rename it with letters, digits and hyphens, like reading-room.jpg.',
  },
  'file-name-twice': {
    severity: 'error',
    message: '"‹name›" and "‹other›" are one and the same file on some computers.',
    hint: 'Give one of them a name that differs in more than capital letters and accents.',
  },
  'file-too-large': {
    severity: 'error',
    message: 'The text is ‹size› long; ‹most› are the most that a post may have.',
    hint: 'Divide it into several posts, and keep pictures in files of their own.',
  },
  id: {
    severity: 'error',
    message: '"‹id›" cannot be an address. ‹reason›',
    hint: 'Give it another name, like 2013-08-reflection for a post.',
  },
  'id-reserved': {
    severity: 'error',
    message: '"‹id›" is the name of one of the site\'s own pages.',
    hint: 'Give it another name, like 2013-08-reflection for a post.',
  },
  'id-twice': {
    severity: 'error',
    message: '"‹id›" is the id of ‹other›.',
    hint: 'No id is ever used twice. Take it out of formerly, or give the other another one.',
  },
  'id-taken': {
    severity: 'error',
    message: 'There is a post "‹id›" already.',
    hint: 'Choose another address for a new post. To change that one, give the day of the change.',
  },
  'short-address-twice': {
    severity: 'error',
    message: 'The post would have the same short address as "‹other›".',
    hint: 'Give the newer of the two another folder name, by one letter at least.',
  },
  'guid-twice': {
    severity: 'error',
    message: 'guid: The post ‹other› has the same feed id.',
    hint: 'Take the line out of the post that was not imported; readers take two posts with one id for one.',
  },

  // Letters
  encoding: {
    severity: 'error',
    message: 'The file is saved as ‹encoding›, in which letters with accents get lost.',
    hint: 'Save it again and choose UTF-8 as its encoding.',
    safe: true,
  },
  'byte-order-mark': {
    severity: 'error',
    message: 'The file begins with a hidden mark (a byte order mark).',
    hint: 'Save it again as "UTF-8", not as "UTF-8 with BOM".',
    safe: true,
  },
  'line-ends': {
    severity: 'warning',
    message: 'The lines end as on Windows (CRLF), so that each of them counts as changed.',
    hint: 'Save the file with line ends "LF" or "Unix".',
    safe: true,
  },
  'hidden-direction': {
    severity: 'error',
    message: 'A hidden sign (‹sign›) turns the direction of the text after it.',
    hint: 'Take it out. For Arabic or Hebrew in another text, use <InLanguage lang="ar">.',
  },
  'hidden-character': {
    severity: 'error',
    message: 'A hidden character (‹sign›) stands here.',
    hint: 'Take it out: delete the word, and type it again.',
    safe: true,
  },
  'lost-letter': {
    severity: 'warning',
    message: 'A letter was lost here; � stands in its place.',
    hint: 'Type the word again.',
  },
  'garbled-letters': {
    severity: 'warning',
    message:
      'Letters with accents or marks were read in a wrong encoding here, and are several signs now.',
    hint: 'Type the words again, or copy them anew from where they came.',
  },
  'private-sign': {
    severity: 'warning',
    message:
      "A sign of a word processor's own typeface (‹sign›) stands here, and readers see an empty box.",
    hint: 'Take it out, or put an ordinary sign in its place.',
  },
  'parted-word': {
    severity: 'warning',
    message: 'A hidden sign without width parts a word here, so that searches do not find it.',
    hint: 'Take it out: delete the word, and type it again.',
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
    message: 'A second block of fields stands here, and would be shown as text.',
    hint: 'Take it out, with its lines of ---. The fields stand once, at the top.',
  },
  'front-matter-split': {
    severity: 'error',
    message: 'The block of fields ends above this line, and the next fields stand below it.',
    hint: 'Take the line of --- above it out, so that all fields stand in one block.',
  },
  'front-matter-open': {
    severity: 'error',
    message: 'The block of fields at the top has no end.',
    hint: 'Write a line of --- below the last field, above the text.',
  },
  'yaml-too-large': {
    severity: 'error',
    message: 'The file is ‹size› characters long; ‹most› are the most that it may have.',
    hint: 'Take out what does not belong in it, like whole texts or pictures.',
  },
  'yaml-tab': {
    severity: 'error',
    message: 'The line begins with a tab.',
    hint: 'Use spaces instead, two for each step.',
    safe: true,
  },
  'yaml-hidden-space': {
    severity: 'error',
    message:
      'A hidden kind of space (‹sign›) stands beside the name of the field, or behind its value.',
    hint: 'Delete it. An ordinary space belongs behind the colon, and none at the end.',
    safe: true,
  },
  'yaml-wide-colon': {
    severity: 'error',
    message: 'The colon is a wide one (：), which is not read as a colon.',
    hint: 'Type an ordinary colon and a space.',
    safe: true,
  },
  'yaml-no-space': {
    severity: 'error',
    message: 'There is no space behind the colon.',
    hint: 'Write a space between the colon and the value.',
    safe: true,
  },
  'yaml-smart-quotes': {
    severity: 'warning',
    message: 'The value stands in curly quotation marks, which become part of it.',
    hint: 'Use straight ones ("), or none.',
    safe: true,
  },
  'yaml-list-space': {
    severity: 'error',
    message: 'There is no space behind the hyphen.',
    hint: 'Write a space between the hyphen and the word, or the list as [one, two].',
    safe: true,
  },
  'yaml-list-sign': {
    severity: 'error',
    message: 'The sign ‹sign› begins no entry of a list here.',
    hint: 'Begin each entry with a hyphen and a space, on a line of its own.',
    safe: true,
  },
  'yaml-hash': {
    severity: 'error',
    message: 'What begins with # is read as a note to oneself, and would be missing on the page.',
    hint: 'Put the value between quotation marks; a note stands on a line of its own.',
  },
  'yaml-twice': {
    severity: 'error',
    message: 'The same name stands here a second time.',
    hint: 'Keep one of the two lines.',
  },
  'yaml-colon': {
    severity: 'error',
    message: 'There is a second colon in this line.',
    hint: 'Put the value between quotation marks: title: "Libraries: a new start"',
  },
  'yaml-unclosed': {
    severity: 'error',
    message: 'A bracket or quotation mark is not closed.',
    hint: 'Write it at both ends.',
  },
  'yaml-quotes': {
    severity: 'error',
    message: 'The quotation marks are not one pair around the whole value.',
    hint: 'Put one pair around all of it, of the other kind (" or \') than those inside.',
  },
  'yaml-backslash': {
    severity: 'error',
    message: 'A backslash (\\) has a meaning of its own between double quotation marks.',
    hint: "Use single quotation marks (') around the value, or take the backslash out.",
  },
  'yaml-value-and-lines': {
    severity: 'error',
    message: 'The field has a value behind its colon, and lines of its own below.',
    hint: 'Give the value a line of its own too, moved in like the others: image: ./cover.jpg',
  },
  'yaml-indent': {
    severity: 'error',
    message: 'The line is moved in too far or not far enough.',
    hint: 'Lines that belong together begin at the same place.',
  },
  'yaml-nested': {
    severity: 'error',
    message: 'Brackets stand in brackets too many times here.',
    hint: 'A list is written [one, two], without brackets inside.',
  },
  'yaml-alias': {
    severity: 'error',
    message: 'The value begins with ‹sign›, which has a meaning of its own here.',
    hint: 'Put the value between quotation marks.',
  },
  'yaml-no-colon': {
    severity: 'error',
    message: 'The line does not begin with the name of a field and a colon.',
    hint: 'Write it as name: value; or move it in by two spaces, if it belongs to the line above.',
  },
  yaml: {
    severity: 'error',
    message: 'This line cannot be read.',
    hint: 'Compare it with another post: a name, a colon, a space, and then the value. Put a value that has a colon in it between quotation marks.',
  },
  'unknown-key': {
    severity: 'error',
    message: '‹key› is not a name that belongs here.',
    hint: 'It may be one of ‹known›.',
  },
  'missing-field': {
    severity: 'error',
    message: '‹field› is missing.',
    hint: '‹says› Among the fields it is a line "‹name›: …".',
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
    severity: 'error',
    message: 'tags: "‹tag›" is another word for our tag "‹id›".',
    hint: 'Write the tag.',
    safe: true,
  },
  'word-twice': {
    severity: 'warning',
    message: '"‹word›" is a word for the tag "‹other›" already; writers are led to that one.',
    hint: 'Take it out of one of the two.',
  },
  'tag-twice': {
    severity: 'error',
    message: 'tags: "‹tag›" stands here twice.',
    hint: 'Keep one.',
  },
  'unknown-round': {
    severity: 'error',
    message: 'round: "‹round›" is not one of our rounds.',
    hint: 'Choose from content/rounds.yaml.',
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
    message: '‹field›: "‹former›" is called "‹id›" now.',
    hint: 'Write the name of today.',
    safe: true,
  },
  'leads-to-itself': {
    severity: 'error',
    message: '‹field›: The post names itself.',
    hint: 'Write the folder name of another post, or take the line out.',
  },
  'leads-in-a-circle': {
    severity: 'error',
    message: '‹field›: ‹post› leads back to this post in the end.',
    hint: 'A post can follow only what came before it. Take one of the lines out.',
  },
  'no-questions': {
    severity: 'error',
    message: 'The discussion has no list of questions.',
    hint: 'Write a heading "## ‹heading›", and under it a list with one question in each line.',
  },
  'questions-not-listed': {
    severity: 'error',
    message: 'Under the heading for questions stands no list.',
    hint: 'Begin each question with a hyphen and a space, on a line of its own: - What did you learn?',
  },
  'second-question-list': {
    severity: 'error',
    message: 'This is the second heading for questions in the post.',
    hint: 'Put all questions into one list under one heading.',
  },
  'question-empty': {
    severity: 'error',
    message: 'Question ‹number› has no words.',
    hint: 'Write it, or take its line out.',
  },
  'question-twice': {
    severity: 'warning',
    message: 'Question ‹number› is question ‹other› once more.',
    hint: 'Keep one of the two.',
  },
  'questions-go-on': {
    severity: 'warning',
    message:
      'A second list stands below the questions, and nothing in it can be answered as a question.',
    hint: 'Put all questions into one list: the same sign before each, and no paragraph between them. For another list, write a heading above it.',
  },
  'no-text': {
    severity: 'warning',
    message: 'The post has no text.',
    hint: 'Write it below the fields, or add draft: true until it is written.',
  },
  'draft-words': {
    severity: 'warning',
    message: 'Here stands what a new draft says: "‹words›"',
    hint: 'Write your own words in its place, or add draft: true until they are written.',
  },
  'month-and-round': {
    severity: 'warning',
    message: 'The month is ‹month›, and the round "‹round›" ‹when›.',
    hint: 'Correct the month or the round.',
  },
  'plain-field': {
    severity: 'warning',
    message: '‹field›: The signs "‹sign›" are shown as they stand here: this text is plain.',
    hint: 'Take them out; Markdown belongs into the text below the fields.',
  },
  'title-twice': {
    severity: 'warning',
    message: 'The title is that of ‹other›, of the same round.',
    hint: 'Say what is new in this one, if its fields were copied from the other.',
  },
  'summary-twice': {
    severity: 'warning',
    message: 'The summary is that of ‹other›, word for word.',
    hint: 'Say what this post is about, if its fields were copied from the other.',
  },
  'month-and-folder': {
    severity: 'warning',
    message: "The month is ‹month›, but the folder's name begins with ‹folder›.",
    hint: 'Correct the month, or the name of the folder if the post is not published yet.',
  },
  'date-and-folder': {
    severity: 'warning',
    message: "The date is ‹date›, but the folder's name begins with ‹folder›.",
    hint: 'Correct the date, or the name of the folder if the post is not published yet.',
  },
  'date-zone': {
    severity: 'warning',
    message: "date: ‹date› is not in the program's time zone, where it is ‹offset› on that day.",
    hint: 'Write the time as clocks in ‹zone› show it.',
  },

  // Prose
  braces: {
    severity: 'error',
    message: 'Text between { and } is read as program code, which a post cannot carry.',
    hint: 'Take the braces away, or write \\{ and \\} to show them.',
  },
  'less-than': {
    severity: 'error',
    message: 'The sign < is read as the beginning of a component.',
    hint: 'Write \\< to show it.',
  },
  'angle-address': {
    severity: 'error',
    message: 'An address between < and > is read as the beginning of a component.',
    hint: 'Write it as a link, [words](address), or without < and >.',
  },
  comment: {
    severity: 'error',
    message: 'A hidden note, <!-- … -->, is HTML code, which a post cannot carry.',
    hint: 'Take it out. Notes to one another belong in the pull request.',
  },
  import: {
    severity: 'error',
    message: 'A paragraph that begins with the word "‹word›" is read as program code.',
    hint: 'Begin the sentence with another word. Components need no import.',
  },
  html: {
    severity: 'error',
    message: '<‹name›> is HTML code, which a post cannot carry.',
    hint: '‹instead› To show a < sign, write \\<.',
  },
  'code-language': {
    severity: 'error',
    message: '"‹language›" is not the name of a language of code.',
    hint: 'Write a name like html or python behind the three backticks, or nothing.',
  },
  'nested-too-deep': {
    severity: 'error',
    message: 'Something is nested more than ‹most› levels deep here.',
    hint: 'Take some of the quotation marks (>) or list levels away.',
  },
  'line-too-long': {
    severity: 'error',
    message: 'The line is longer than ‹most› characters.',
    hint: 'Leave an empty line between paragraphs.',
  },
  'too-many-signs': {
    severity: 'error',
    message: 'There are more than ‹most› of the signs ‹signs› in the text.',
    hint: 'Keep program code and tables made by other programs out of the post.',
  },
  'too-many-marks': {
    severity: 'error',
    message:
      'There are more than ‹most› of the signs *, _, ~, [ and ] without an empty line between them.',
    hint: 'Leave an empty line between paragraphs, and keep what other programs made out of the post.',
  },
  'too-many-parts': {
    severity: 'error',
    message: 'The text has more than ‹most› ‹parts›.',
    hint: 'Divide it into several posts, or put what is too much into a file elsewhere and link to it.',
  },
  'addresses-too-long': {
    severity: 'error',
    message:
      'The addresses that links take from the end of the text come to more than ‹most› characters.',
    hint: 'Use shorter addresses, or fewer links to the long ones.',
  },
  'not-allowed': {
    severity: 'error',
    message: 'A post cannot carry this (‹kind›).',
    hint: 'Write it as plain Markdown.',
  },
  'code-open': {
    severity: 'warning',
    message: 'The code that begins here has no end, so that all below it is shown as code.',
    hint: 'Write ‹mark› on a line of its own where the code ends, or take the first one out.',
  },
  'heading-underlined': {
    severity: 'warning',
    message: 'The hyphens right below the text make a heading of it.',
    hint: 'Leave an empty line above them, for a line across the page. A heading is written with ## and a space before it.',
  },
  'table-of-tabs': {
    severity: 'warning',
    message: 'These lines are cells of a table that tabs divide, and are shown as one paragraph.',
    hint: 'Write a | before, between and behind the cells of each line, and ‹head› below the first line.',
  },
  'list-sign': {
    severity: 'warning',
    message: 'The sign ‹sign› begins no list, so that the lines are shown as one paragraph.',
    hint: 'Begin each line of a list with a hyphen and a space, or with a number, a point and a space.',
  },
  'list-in-list': {
    severity: 'warning',
    message: 'Two signs begin this line, which makes a list of its own within the list.',
    hint: 'Take one of them out.',
  },
  'other-instruction': {
    severity: 'warning',
    message: '‹sign› is an instruction for another program, and readers see it as it stands.',
    hint: 'Take it out, and write what it was to do as plain Markdown or with one of the components.',
  },
  'emoji-name': {
    severity: 'warning',
    message: '‹sign› is what chats call an emoji, and readers see the name.',
    hint: 'Put the emoji itself in its place.',
  },
  'table-without-head': {
    severity: 'warning',
    message:
      'These lines are shown as they are, and not as a table: the line below the head is missing.',
    hint: 'Write ‹head› as the second line.',
  },
  'table-in-pieces': {
    severity: 'warning',
    message: 'The lines of this table stand apart from each other, and are shown as they are.',
    hint: 'Take the empty lines between them out.',
  },
  'table-cells': {
    severity: 'warning',
    message: 'This line of the table has ‹count› cells and its head ‹most›; the rest is not shown.',
    hint: 'Give the head as many cells, or take some out. A | inside a cell is written \\|.',
  },
  'hidden-empty-line': {
    severity: 'warning',
    message:
      'This line looks empty, but a hidden space (‹sign›) stands in it, so that it parts no paragraphs.',
    hint: 'Delete the line, and leave an empty one.',
    safe: true,
  },
  'bullet-sign': {
    severity: 'warning',
    message: 'The sign ‹sign› begins no list, so that the lines are shown as one paragraph.',
    hint: 'Begin each line of a list with a hyphen and a space.',
    safe: true,
  },
  'bold-open': {
    severity: 'warning',
    message: 'Two stars (**) stand here without another two, so that readers see them.',
    hint: 'Write them right before the first and right after the last bold word: **these words**.',
  },
  'bold-space': {
    severity: 'warning',
    message:
      'A space stands between the two stars (**) and the bold words, so that readers see the stars.',
    hint: 'Write the stars right at the words: **these words**.',
  },
  'mdx-syntax': {
    severity: 'error',
    message: 'Something here begins like a component or program code and does not end as one.',
    hint: 'To show a sign like < or {, write \\< or \\{. A component is closed with /> or with its name, </Note>.',
  },

  // Components
  'unknown-component': {
    severity: 'error',
    message: '<‹name›> is not one of our components.',
    hint: 'Choose one of ‹known›, or write Markdown. To show a < sign, write \\<.',
  },
  'component-open': {
    severity: 'error',
    message: '<‹name›> is not closed, or not closed where it began.',
    hint: '‹how›: ‹example›',
  },
  'component-end-alone': {
    severity: 'error',
    message: '</‹name›> ends what has not begun.',
    hint: 'Write <‹name›> before it, or take it out.',
  },
  'component-unreadable': {
    severity: 'error',
    message: '<‹name› …> cannot be read: something in it is not written as name="value".',
    hint: 'Use straight quotation marks at both ends of each value, and close it: ‹example›',
  },
  'component-incomplete': {
    severity: 'error',
    message: '<‹name›> has no ‹attribute›.',
    hint: 'Write ‹attribute›="…": ‹says›',
  },
  'component-holds-nothing': {
    severity: 'error',
    message: '<‹name›> cannot have text inside.',
    hint: 'Close it at once: ‹example›',
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
    hint: 'Keep one of them.',
  },
  'attribute-not-text': {
    severity: 'error',
    message: '‹attribute› of <‹name›> must be text in quotation marks.',
    hint: 'Write ‹attribute›="…".',
  },
  'attribute-empty': {
    severity: 'error',
    message: '‹attribute› of <‹name›> is empty.',
    hint: '‹says›',
  },
  'attribute-too-long': {
    severity: 'error',
    message: '‹attribute› of <‹name›> is longer than ‹most› characters.',
    hint: 'Put the words into the text of the post.',
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
    message: 'A heading with one # is as great as the title of the page.',
    hint: 'Begin headings with ##.',
  },
  'heading-no-space': {
    severity: 'warning',
    message: 'The signs # have no ordinary space behind them, so that this is no heading.',
    hint: 'Write ##, a space, and then the words.',
    safe: true,
  },
  'heading-skips': {
    severity: 'warning',
    message: 'The heading skips a level: ‹from› is followed by ‹to›.',
    hint: 'Go down one step at a time, for those who hear the page read.',
  },
  'heading-repeats-title': {
    severity: 'warning',
    message: 'The heading repeats the title of the page.',
    hint: 'Take it out; the title stands above the text by itself.',
  },
  'heading-empty': {
    severity: 'error',
    message: 'The heading has no words.',
    hint: 'Write them behind the #, or take the line out.',
  },

  // Pictures
  'no-alt': {
    severity: 'error',
    message: 'The picture "‹name›" has no words for those who do not see it.',
    hint: 'Write what it shows between the square brackets: ![Readers at long tables](./room.jpg)',
  },
  'alt-file-name': {
    severity: 'warning',
    message: 'The words for those who do not see the picture are a file name: "‹alt›".',
    hint: 'Write what the picture shows.',
  },
  'alt-vague': {
    severity: 'warning',
    message: 'The words "‹alt›" do not say what the picture shows.',
    hint: 'Write what somebody sees who looks at it: "Readers at long tables".',
  },
  film: {
    severity: 'error',
    message: '"‹name›" is a film or a recording, which the site cannot carry.',
    hint: 'Put it where films are shown, and lead to it with <Embed url="https://…" title="…" />.',
  },
  'missing-picture': {
    severity: 'error',
    message: 'The picture "‹name›" is not in the folder.',
    hint: 'Put the picture beside the text. Capital and small letters count.',
  },
  'picture-case': {
    severity: 'error',
    message: 'The picture is called "‹actual›", not "‹name›": capital and small letters count.',
    hint: 'Write its name as the file has it.',
    safe: true,
  },
  'picture-elsewhere': {
    severity: 'error',
    message: 'The picture "‹address›" is not in the post\'s folder.',
    hint: 'Put the picture beside index.mdx, and write its name: ./picture.jpg',
  },
  'picture-name': {
    severity: 'error',
    message: 'The name "‹name›" has signs that an address cannot carry as they are.',
    hint: 'Rename the file with letters, digits and hyphens, like reading-room.jpg, and write that name here.',
  },
  'picture-in-text': {
    severity: 'error',
    message: 'A picture stands in the text itself here, as thousands of letters and digits.',
    hint: 'Take the line out. Save the picture as a file beside index.mdx, and write ![what it shows](./picture.jpg) where it belongs.',
  },
  'picture-type': {
    severity: 'error',
    message: '"‹name›" is not a picture that every reader can show (‹type›).',
    hint: 'Save it as JPEG, PNG, WebP, AVIF or GIF.',
  },
  'picture-heic': {
    severity: 'error',
    message: '"‹name›" is a HEIC picture, which only some telephones can show.',
    hint: 'Send it to yourself by mail as JPEG, or set the camera to "Most compatible" (iPhone: Settings, Camera, Formats).',
  },
  'picture-svg': {
    severity: 'error',
    message: '"‹name›" is an SVG drawing, which can carry program code.',
    hint: 'Export it as PNG, about 1600 pixels wide.',
  },
  'picture-ending': {
    severity: 'error',
    message: '"‹name›" is a picture, but its name does not end as one.',
    hint: 'Give the file the ending ‹ending›.',
  },
  'picture-damaged': {
    severity: 'error',
    message:
      '"‹name›" is damaged or not whole: a part of the picture is missing, or cannot be read.',
    hint: 'Save it again from the original, or send it again.',
  },
  'picture-size': {
    severity: 'error',
    message: '"‹name›" has ‹megapixels› million pixels.',
    hint: 'Make it smaller: ‹most› million is the most, and 1600 pixels across are enough.',
  },
  'picture-heavy': {
    severity: 'error',
    message: '"‹name›" takes ‹megabytes› MB, which everyone who copies the blog has to load.',
    hint: 'Save it smaller: 1600 pixels across and quality 80 give less than 1 MB. ‹most› MB is the most.',
  },
  'picture-film': {
    severity: 'error',
    message:
      '"‹name›" is ‹frames› pictures that follow one another, with ‹megapixels› million pixels together.',
    hint: 'Make it smaller or shorter: ‹most› million is the most. Or put it where films are shown, and lead to it with <Embed url="https://…" title="…" />.',
  },
  'picture-stilled': {
    severity: 'warning',
    message: '"‹name›" moves, but readers see only its first picture here.',
    hint: 'If that picture says enough, leave it so. On the page only a GIF in the text moves.',
  },
  'picture-place': {
    severity: 'warning',
    message: '"‹name›" says where it was taken, and everybody can read that in the repository.',
    hint: "Add it with the picture field at /write/, which leaves the place out, or export it anew without its place. Do so before this is merged: then the repository's history keeps the old file. The site itself never shows the place.",
  },
  'stray-file': {
    severity: 'warning',
    message: 'Nothing reads "‹name›" here: it is no picture.',
    hint: 'Take it out. The words of a document belong into index.mdx.',
  },
  'unused-file': {
    severity: 'warning',
    message: 'Nothing in the text shows this file.',
    hint: 'Show it with ![what it shows](./‹name›), or take the file out.',
  },
  'no-credit': {
    severity: 'warning',
    message: 'Nobody is named who made the picture "‹name›".',
    hint: 'Write its credit and licence. If it is ours, it may stay as it is.',
  },
  'no-credit-below': {
    severity: 'warning',
    message: 'Nobody is named who made the picture "‹name›".',
    hint: 'Say it in the words under it, as "Photo: Ana Pereira, CC BY 4.0", or show it as <Figure> with credit and licence. If it is ours, it may stay as it is.',
  },
  'credit-and-licence': {
    severity: 'error',
    message: 'A credit needs a licence, and a licence a credit.',
    hint: 'Write both, or leave both out if the picture is ours.',
  },

  // Links
  'address-scheme': {
    severity: 'error',
    message: 'This ‹what› leads to "‹scheme›", which is not allowed.',
    hint: 'An address begins with https://, http:// or mailto:, or with / for a page of this site.',
  },
  'address-password': {
    severity: 'error',
    message: 'This ‹what› has a name or password before the @ of its host.',
    hint: 'Write the address without it.',
  },
  'broken-link': {
    severity: 'error',
    message: 'There is no page "‹address›" on this site.',
    hint: 'Open the page that is meant, and copy its address from behind the host: /posts/2013-08-reflection/',
  },
  'broken-anchor': {
    severity: 'error',
    message: 'There is no place "#‹anchor›" on ‹page›.',
    hint: 'A link can lead to ‹places›.',
  },
  'link-relative': {
    severity: 'error',
    message: 'The address "‹address›" has no beginning.',
    hint: 'An address begins with https://, or with / for a page of this site.',
  },
  'link-to-unpublished': {
    severity: 'warning',
    message: '"‹address›" is not published when this post is (‹state›).',
    hint: 'Publish it first, or leave the link out until then.',
  },
  'link-former': {
    severity: 'warning',
    message: '"‹address›" is a former address; it is ‹now› now.',
    hint: 'Write the address of today.',
    safe: true,
  },
  'link-own-address': {
    severity: 'warning',
    message: "The link names our own site's host.",
    hint: 'Write what comes after the host, beginning with /.',
    safe: true,
  },
  'link-no-slash': {
    severity: 'warning',
    message:
      'The address "‹address›" has no / at its end, so that each reader is sent on once more.',
    hint: 'Write the / too.',
    safe: true,
  },
  'link-own-machine': {
    severity: 'warning',
    message: 'The link leads to "‹host›", which is a machine that readers cannot reach.',
    hint: 'Write the address that the page has for everybody.',
  },
  'link-to-file': {
    severity: 'error',
    message:
      'The link leads to the file "‹name›", which the site does not publish: it publishes pictures only.',
    hint: 'Put the file where it can be downloaded by everybody, and write that address.',
  },
  'link-host': {
    severity: 'warning',
    message: 'The address "‹address›" names no host that there can be.',
    hint: 'Open the page that is meant in a browser, and copy its address from there.',
  },
  'link-mail': {
    severity: 'warning',
    message: 'The address "‹address›" is not one to which a mail can go.',
    hint: 'Write it as mailto:name@example.org.',
  },
  'link-detour': {
    severity: 'warning',
    message: 'The link goes round by ‹host›, which notes who follows it and may stop leading on.',
    hint: 'Write the address where one arrives.',
    safe: true,
  },
  'link-says-other': {
    severity: 'warning',
    message: 'The words of the link name ‹said›, and it leads to ‹host›.',
    hint: 'Write words that say where it leads.',
  },
  'link-to-picture': {
    severity: 'error',
    message: 'This is a link to the picture "‹name›", and does not show it.',
    hint: 'Write an exclamation mark before it: ![what it shows](./‹name›)',
  },
  'link-unread': {
    severity: 'warning',
    message: 'This was to be a link or a picture, and readers see it as it stands.',
    hint: 'Write [the words](https://example.org) or ![what it shows](./picture.jpg), with both brackets closed. Put a name with spaces between < and >: (<./my picture.jpg>)',
  },
  'link-http': {
    severity: 'warning',
    message: 'The address begins with http:, which can be read and changed on its way.',
    hint: 'Try it with https: and write that if it works.',
  },
  'link-empty': {
    severity: 'error',
    message: 'The link has no ‹part›.',
    hint: 'A link is written [the words](https://example.org).',
  },
  'link-vague': {
    severity: 'warning',
    message: 'The words "‹words›" do not say where the link leads.',
    hint: 'Link the words that do: [the results of the survey](/posts/…/).',
  },
  'link-gap': {
    severity: 'warning',
    message: 'There is a space between the words of the link and its address, so that it is none.',
    hint: 'Take the space out: [the words](https://example.org)',
    safe: true,
  },
  'link-reversed': {
    severity: 'warning',
    message: 'The brackets of the link are the wrong way round.',
    hint: 'The words stand in [ ], the address in ( ).',
    safe: true,
  },
  'link-undefined': {
    severity: 'warning',
    message: 'The link "[‹label›]" leads nowhere: no line says where.',
    hint: 'Write the address behind the words: [the words](https://example.org)',
  },
  'footnote-undefined': {
    severity: 'warning',
    message: 'The footnote "[^‹label›]" has no text.',
    hint: 'Write it at the end of the post, on a line of its own: [^‹label›]: The text.',
  },
  'footnote-unused': {
    severity: 'warning',
    message: 'The footnote "[^‹label›]" is not shown: nothing in the text leads to it.',
    hint: 'Write [^‹label›] behind the words to which it belongs, or take it out.',
  },
  'footnote-twice': {
    severity: 'warning',
    message: 'There is a second footnote "[^‹label›]", which is not shown.',
    hint: 'Give it a number of its own, here and in the text.',
  },
  'link-unused': {
    severity: 'warning',
    message:
      'This line is not shown: it says where "[‹label›]" leads, and no link in the text has that name.',
    hint: 'Take it out. To show the words, put a backslash before the bracket: \\[‹label›]:',
  },

  // Responses
  'response-id': {
    severity: 'error',
    message: 'There is a second response "‹id›".',
    hint: 'Give it an id of its own; ids are anchors on the page.',
  },
  'response-parent': {
    severity: 'error',
    message: '"‹parent›" is not a response that "‹id›" could answer.',
    hint: 'Write the id of a response in this file, or take the line out.',
  },
  'response-person': {
    severity: 'error',
    message: '"‹person›", who is said to have written "‹id›", is nobody in content/people.',
    hint: 'Correct the id, or take the line out; the name alone is enough.',
  },
  'response-question': {
    severity: 'error',
    message: '"‹id›" answers question ‹question›; the post has ‹count›.',
    hint: 'Correct the number or take it out.',
  },
  'response-early': {
    severity: 'warning',
    message: '"‹id›" is dated ‹date›, before the post itself came out (‹day›).',
    hint: 'Write the day when it came.',
  },
  'response-address': {
    severity: 'warning',
    message: 'A mail address stands here, where everybody can read it.',
    hint: 'Take it out; the desk writes [address] in its place.',
  },
  'response-ahead': {
    severity: 'warning',
    message: '"‹id›" is dated ‹date›, a day that is still to come.',
    hint: 'Write the day when it came.',
  },
  snapshot: {
    severity: 'error',
    message: 'This snapshot of GitHub Discussions cannot be used. ‹why›',
    hint: 'Delete the file; `npm run responses -- restore` gets a good one.',
  },

  // What is published
  'address-gone': {
    severity: 'error',
    message: 'The ‹thing› "‹id›" is published and would be gone, with its address.',
    hint: 'Put it back. If it has a new name, write formerly: [‹id›] there; if a post has to go, give it withdrawn: and the reason.',
  },
  'former-address-gone': {
    severity: 'error',
    message: 'The former ‹thing› "‹id›" would lead nowhere.',
    hint: 'Write it under formerly again.',
  },
  unpublished: {
    severity: 'error',
    message: 'The post is published, and would be gone until it is published again.',
    hint: 'Take draft: away and leave the date as it was; if the post has to go, give it withdrawn: and the reason.',
  },
  'permanent-id': {
    severity: 'error',
    message:
      'The first of the former names was "‹id›", by which feeds and responses know the post.',
    hint: 'Leave it first under formerly, and add newer names behind it.',
  },
  'guid-changed': {
    severity: 'error',
    message: 'The feed id of the published post would change, and every reader would get it again.',
    hint: 'Leave guid: as it was (‹guid›).',
  },
  'date-changed': {
    severity: 'warning',
    message: 'The published post would move from ‹before› to ‹after› in lists and feeds.',
    hint: 'Leave date: as it was, and give the day of the change in updated:.',
  },
  'question-gone': {
    severity: 'error',
    message: 'Question ‹number› is published and would be gone: "‹question›"',
    hint: 'Put it back in its place. Its number is an address, and answers name it.',
  },
  'question-moved': {
    severity: 'error',
    message: 'Question ‹number› is published and would become question ‹now›: "‹question›"',
    hint: 'Leave published questions in their places, and add new ones at the end.',
  },
  'response-gone': {
    severity: 'error',
    message: 'The response "‹id›" is published and would be gone.',
    hint: 'Put it back. To take it from the page, give it state: withdrawn.',
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
